import Foundation

/// What changes of files when their content does, without reading it.
struct FileSignature: Hashable, Sendable {
    private struct One: Hashable {
        /// What a symbolic link points to counts.
        let path: String
        let inode: UInt64
        let size: UInt64
        let modified: TimeInterval
    }

    /// In the order of the paths; `nil` for a file that is not there.
    private let files: [One?]

    /// Looks at the files. It may block.
    init(of paths: [String]) {
        files = paths.map { path in
            let path = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
            guard let attributes = try? FileManager.default.attributesOfItem(atPath: path) else {
                return nil
            }
            return One(
                path: path, inode: Self.number(attributes[.systemFileNumber]),
                size: Self.number(attributes[.size]),
                modified: (attributes[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0)
        }
    }

    private static func number(_ value: Any?) -> UInt64 { (value as? NSNumber)?.uint64Value ?? 0 }
}
