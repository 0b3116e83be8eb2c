import ConsultLog
import Facts
import Foundation
import SQLiteStorage
import TransparencyLogs

/// Writes the folder of a log with so many entries, as `onlyonce log export` would, and prints the
/// key that verifies it.
struct LogFolderWriting {
    let folder: String
    let entries: Int

    private static let batch = 500

    func run() async throws {
        let storage = FolderLog(folder: folder)
        guard let wrappingKey = KeyEncryptionKey(bytes: [UInt8](repeating: 7, count: 32)),
            let name = KeyName("log.example.org/consults"),
            let signer = NoteSigner(name: name, seed: [UInt8](repeating: 7, count: 32))
        else { throw BenchmarkFailure.wrongResult }
        let keys = try await DataKeys(
            store: try await FileKeyStore.open(at: folder + ".keys"), wrappedBy: wrappingKey)
        let log = try await ConsultLog(
            storage: storage, keys: keys,
            now: {
                Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
            }, onFailedSync: {})
        let drafts = try LogDrafts()
        for _ in 0..<(entries / Self.batch / 2) {
            let consults = (0..<Self.batch).map { _ in log.newConsult() }
            let asked = try await log.append(consults.map { drafts.asked(in: $0) })
            _ = try await log.append(
                zip(consults, asked).map { drafts.answered(in: $0, to: $1) })
        }
        await log.close()
        try await storage.conclude(signer)
        print(signer.verifier)
    }
}
