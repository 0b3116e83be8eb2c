import ConsultLog
import ConsultLogFakes
import Foundation
import LogProofs
import LogProofsFakes
import SQLiteStorage
import Testing
import TransparencyLogs

@Suite("an export that grows")
struct PrunedExportTests {
    private let directory: TemporaryDirectory
    init() throws { directory = try TemporaryDirectory() }

    /// Every file of the folder, below it.
    private func files(_ folder: String) throws -> Set<String> {
        let all = try FileManager.default.subpathsOfDirectory(atPath: folder)
        var isFolder: ObjCBool = false
        return Set(
            all.filter {
                unsafe FileManager.default.fileExists(
                    atPath: folder + "/" + $0, isDirectory: &isFolder) && !isFolder.boolValue
            })
    }

    @Test("holds after each step what an export in one go holds, and no narrower tile")
    func leavesNothingNarrower() async throws {
        let entries = InMemoryConsultLogStorage()
        let tree = InMemoryTreeStorage(over: entries)
        let samples = try ProofSamples()
        let keeper = try await TreeKeeper(
            tree, checkpoints: samples.keeper(tree, InMemoryCheckpointShelf()),
            observer: NotedTree(), now: { LogBench.time }, onFailedSync: {})
        let filler = try await LogFiller(entries)
        let export = LogExport(tree, checkpoints: keeper.checkpoints, isPublic: false)
        let grown = directory.path + "/grown"
        var size = 0
        for count in [1, 4, 0, 250, 1, 3, 600, 1] {
            try await filler.append(count)
            size += count
            await keeper.turn()
            let written = try await export.write(to: PublishedFolder(grown))
            #expect(written.size == UInt64(size))
            let fresh = directory.path + "/\(UUID().uuidString)"
            _ = try await export.write(to: PublishedFolder(fresh))
            #expect(try files(grown) == files(fresh), "\(size)")
            #expect(
                try FileManager.default.subpathsOfDirectory(atPath: grown).count
                    == FileManager.default.subpathsOfDirectory(atPath: fresh).count)
        }
    }
}
