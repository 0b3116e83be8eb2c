import Foundation

@testable import KBOOpenData

/// A folder for one replica that goes when the test is over.
final class ReplicaFolder {
    let replica: KBOReplica
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory
            .appending(path: "kbo-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        replica = KBOReplica(path: folder.appending(path: "kbo.sqlite").path)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// The names of the files that an import has left.
    var files: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
    }

    @discardableResult
    func importFull(_ extract: SampleExtract) async throws -> KBOExtract {
        try await replica.importFull(from: { extract }, progress: { _ in })
    }

    @discardableResult
    func applyUpdate(_ extract: SampleExtract) async throws -> KBOReplica.UpdateOutcome {
        try await replica.applyUpdate(from: { extract }, progress: { _ in })
    }
}
