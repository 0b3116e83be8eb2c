import Foundation

/// A directory of one test, removed with it.
final class TemporaryDirectory: Sendable {
    let url = URL.temporaryDirectory.appending(path: "zip-\(UUID().uuidString)")

    deinit { try? FileManager.default.removeItem(at: url) }
}
