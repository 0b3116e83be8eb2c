import CanonicalJSON
import ConsultLog
import HTTPFacade
import KBOOpenData
import LogProofs
import Logging
import SQLiteStorage

/// How a command reaches a data directory: through the gateway that runs on it, or, when none
/// does, by taking the lock itself.
struct DataDirectoryAccess {
    private let path: String
    let settings: Configuration
    private let client: ControlClient

    init(_ configuration: Configuration) {
        path = configuration.storage.data
        settings = configuration
        client = ControlClient(path: path + "/" + GatewayServer.socketName)
    }

    /// Entries of the log in the order of their positions.
    func entries(after position: Int64?, limit: Int) async throws -> [PageEntry] {
        var query = ["limit": String(limit)]
        if let position { query["after"] = String(position) }
        if let reply = try await asked(.get, "/log/entries", query: query) {
            return (reply["entries"]?.array ?? []).compactMap(PageEntry.init)
        }
        let directory = try lock()
        let storage = try await explainedLater { () async throws(OpeningFailure) in
            try await SQLiteConsultLogStorage.open(at: directory.path(of: "log.sqlite"))
        }
        let page = try await LogReader(storage).rows(
            after: position.map { LogPosition($0) }, limit: limit)
        await storage.close()
        return try page.map { try PageEntry($0) }
    }

    /// Writes the log into a folder, and says what was written.
    func exportLog(to folder: String, isPublic: Bool) async throws -> String {
        let order: JSONValue = ["folder": .string(folder), "public": .bool(isPublic)]
        if var state = try await asked(.post, "/log/exports", body: order) {
            while state["state"]?.string == "running" {
                try await Task.sleep(for: .milliseconds(100))
                guard let next = try await asked(.get, "/log/exports/current") else {
                    throw UsageError("the gateway ended during the export: run it again")
                }
                state = next
            }
            guard let written = state["written"]?.string else {
                throw UsageError(state["failure"]?.string ?? "the export failed")
            }
            return written
        }
        let directory = try lock()
        let storage = try await explainedLater { () async throws(OpeningFailure) in
            try await SQLiteConsultLogStorage.open(at: directory.path(of: "log.sqlite"))
        }
        let tree = SQLiteTreeStorage(over: storage)
        do throws(UsageError) {
            let checkpoints = try LogTree.checkpoints(tree, in: directory, settings.log)
            _ = try await explainedLater { () async throws(SequencingFailure) in
                try await checkpoints.recall()
            }
            let written = try await LogTree.export(
                tree, checkpoints, to: folder, isPublic: isPublic)
            await storage.close()
            return written
        } catch {
            await storage.close()
            throw error
        }
    }

    /// Imports an extract into the replica of the enterprises.
    func importExtract(
        from archive: String, progress: @escaping @Sendable (Double) -> Void
    ) async throws -> String {
        if let reply = try await asked(.post, "/kbo/imports", body: ["archive": .string(archive)]) {
            return try await followed(reply, progress)
        }
        let directory = try lock()
        let replica = KBOReplica(path: directory.path(of: "kbo.sqlite"))
        return try await ExtractImport(replica).run(archive, progress: progress)
    }

    /// Follows an import that the running gateway does.
    private func followed(
        _ first: JSONValue, _ progress: @Sendable (Double) -> Void
    ) async throws -> String {
        var state = first
        while state["state"]?.string == "running" {
            progress(state["fraction"]?.double ?? 0)
            try await Task.sleep(for: .milliseconds(200))
            guard let next = try await asked(.get, "/kbo/imports/current") else {
                throw UsageError("the gateway ended during the import; the old replica is in place")
            }
            state = next
        }
        guard state["state"]?.string == "done" else {
            throw UsageError(state["failure"]?.string ?? "the import failed")
        }
        return state["extract"]?.string ?? ""
    }

    /// Gives an order about the keys of the log. It may take as long as it needs.
    func order(
        _ method: ControlMethod, _ route: String, _ body: JSONValue? = nil,
        _ settings: Configuration.Storage
    ) async throws -> JSONValue {
        let patient = ControlClient(
            path: path + "/" + GatewayServer.socketName, timeout: .seconds(86_400))
        if let reply = try await asked(method, route, body: body, by: patient) { return reply }
        let directory = try lock()
        let time = try SystemTime()
        var logger = Logger(label: "onlyonce")
        logger.logLevel = .critical
        let opening = LogOpening(settings, now: { time.now() }, logger: logger)
        let storage = try await Installation.storage(in: directory)
        let reply: ControlReply?
        do {
            let keys = try await opening.keys()
            let log = try await opening.log(on: storage, keys)
            let request = CurrentUser.request(body)
            let search = try await OpenedSearch(of: log, on: storage, keys, in: directory, logger)
            let custody = opening.custody(of: log, keys, on: storage, erasing: search.indexer)
            let isAboutRights = route.hasPrefix("/rights")
            let rights =
                isAboutRights
                ? try await rights(in: directory, log, LogReader(storage), time, logger) : nil
            reply = await (custody.routes + (rights?.desk.routes ?? []))
                .first { $0.method == method && $0.path == route }?.answer(request)
            await rights?.opened.close()
            await log.close()
        } catch {
            await storage.close()
            throw error
        }
        guard let reply, reply.status < 300 else {
            throw UsageError(reply?.body["detail"]?.string ?? "there is no such order")
        }
        return reply.body
    }

    /// Opens the rights, for an order about them.
    private func rights(
        in directory: DataDirectory, _ log: ConsultLog, _ entries: LogReader,
        _ time: SystemTime, _ logger: Logger
    ) async throws(UsageError) -> (opened: OpenedRights, desk: RightsDesk) {
        let opened = try await OpenedRights(
            in: directory, settings, log: log, readBy: entries, time: time, logger: logger)
        let applications = try LoadedDocuments(settings.documents).applications
        return (
            opened,
            RightsDesk(
                opened.register, applications: applications, roles: settings.commandLine,
                time: time)
        )
    }

    /// Asks a running gateway; `nil` when none runs.
    func asked(
        _ method: ControlMethod, _ route: String, query: [String: String] = [:],
        body: JSONValue? = nil, by client: ControlClient? = nil
    ) async throws -> JSONValue? {
        let reply: ControlReply
        do throws(ControlFailure) {
            reply = try await (client ?? self.client).send(method, route, query: query, body: body)
        } catch .notRunning {
            return nil
        } catch {
            throw UsageError("the running gateway gave no answer")
        }
        guard reply.status < 300 else {
            throw UsageError(reply.body["detail"]?.string ?? "the gateway refused the command")
        }
        return reply.body
    }

    func lock() throws(UsageError) -> DataDirectory {
        try explained { () throws(DataDirectoryFailure) in try DataDirectory(locking: path) }
    }
}
