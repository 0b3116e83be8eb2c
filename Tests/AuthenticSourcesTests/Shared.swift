import Foundation

/// Where things stand beside the tests.
enum Place {
    /// The root of the package.
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    static let ownSchemas = root.appending(path: "Contracts/ksz").path
    /// The official schemas and samples, beside the checkout on some machines.
    static let shared = root.appending(path: "../shared/contracts").standardizedFileURL

    static func isPresent(_ url: URL) -> Bool { FileManager.default.fileExists(atPath: url.path) }

    /// Whether a check that needs `url` can run; says so when it cannot.
    static func has(_ url: URL, for check: String) -> Bool {
        if isPresent(url) { return true }
        print("skipped: \(check): no \(url.lastPathComponent) beside the checkout")
        return false
    }
}
