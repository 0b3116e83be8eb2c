import CanonicalJSON
import ConsultLog
import Glibc
import HTTPFacade
import LogProofs
import Logging
import SQLiteStorage

extension DataDirectoryAccess {
    /// The receipt of a consult, which is recorded in the log before it is returned.
    func receipt(of consult: String) async throws -> String {
        if let reply = try await asked(.get, "/log/receipts", query: ["consult": consult]) {
            return try Self.receipt(reply)
        }
        let directory = try lock()
        let storage = try await explainedLater { () async throws(OpeningFailure) in
            try await SQLiteConsultLogStorage.open(at: directory.path(of: "log.sqlite"))
        }
        do {
            let desk = try await desk(over: storage, in: directory)
            let reply = await desk.answer(consult: consult, userID: CurrentUser.number)
            await storage.close()
            guard reply.status < 300 else {
                throw UsageError(reply.body["detail"]?.string ?? "there is no receipt")
            }
            return try Self.receipt(reply.body)
        } catch {
            await storage.close()
            throw error
        }
    }

    private func desk(
        over storage: SQLiteConsultLogStorage, in directory: DataDirectory
    ) async throws -> ReceiptDesk {
        let tree = SQLiteTreeStorage(over: storage)
        let checkpoints = try LogTree.checkpoints(tree, in: directory, settings.log)
        _ = try await explainedLater { () async throws(SequencingFailure) in
            try await checkpoints.recall()
        }
        var logger = Logger(label: "onlyonce")
        logger.logLevel = .critical
        let time = try SystemTime()
        let opening = LogOpening(settings.storage, now: { time.now() }, logger: logger)
        let keys = try await opening.keys()
        let log = try await opening.log(on: storage, keys)
        return ReceiptDesk(
            log, keys: keys, entries: storage, tree: tree, checkpoints: checkpoints)
    }

    private static func receipt(_ reply: JSONValue) throws(UsageError) -> String {
        guard let receipt = reply["receipt"]?.string else {
            throw UsageError("the running gateway gave no receipt")
        }
        return receipt
    }
}
