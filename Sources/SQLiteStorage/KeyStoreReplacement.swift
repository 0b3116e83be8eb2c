import ConsultLog
import Foundation

/// Puts other keys in the place of all that a key store holds, in one step.
///
/// The step is the appearance of one file with all the new keys. From then on they hold, and
/// whoever comes next finishes what is left to do: each key gets its own file, what has none goes,
/// and that one file last. Everything here blocks.
struct KeyStoreReplacement {
    /// The name of the file. It does not end like that of a key.
    static let name = "replacement.keys"

    let directory: String

    private var path: String { directory + "/" + Self.name }

    /// Makes the step.
    ///
    /// - Throws: ``NotWritten`` only when it was not made.
    func decide(_ keys: [WrappedDataKey]) throws(NotWritten) {
        var bytes = Array("\(keys.count)\n".utf8)
        for key in keys { bytes += WrappedKeyFile.bytes(of: key) }
        do throws(NotWritten) {
            try DurableFile.write(bytes, to: path)
        } catch {
            // In its place but perhaps not durable: it is taken away, or it holds.
            let isAway = unsafe access(path, F_OK) != 0 || unlink(path) == 0
            if isAway { throw error }
        }
    }

    /// The keys that were decided on; `nil` when no replacement is under way.
    ///
    /// - Throws: ``KeyFailure/malformed(file:)``.
    func decided() throws(KeyFailure) -> [WrappedDataKey]? {
        guard unsafe access(path, F_OK) == 0 else { return nil }
        guard let content = FileManager.default.contents(atPath: path) else { throw .unreadable }
        var lines = content.split(separator: 0x0A)
        guard let first = lines.first, let count = Int(String(decoding: first, as: UTF8.self)),
            content.last == 0x0A
        else { throw .malformed(file: Self.name) }
        lines.removeFirst()
        let keys = lines.compactMap { WrappedKeyFile.key(in: Array($0)) }
        guard keys.count == count, lines.count == count else {
            throw .malformed(file: Self.name)
        }
        return keys
    }

    /// Does what is left to do; nothing when no replacement is under way.
    func finish() throws(NotWritten) {
        let keys: [WrappedDataKey]?
        do throws(KeyFailure) { keys = try decided() } catch { throw .failed }
        guard let keys else { return }
        for key in keys {
            try DurableFile.write(
                WrappedKeyFile.bytes(of: key), to: directory + "/" + WrappedKeyFile.name(of: key))
        }
        let names = Set(keys.map(WrappedKeyFile.name))
        guard let present = try? FileManager.default.contentsOfDirectory(atPath: directory) else {
            throw .failed
        }
        for name in present
        where name.hasSuffix(WrappedKeyFile.suffix) && !names.contains(name) {
            try DurableFile.destroy(directory + "/" + name)
        }
        try DurableFile.destroy(path)
    }
}
