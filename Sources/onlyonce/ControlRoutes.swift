import CanonicalJSON
import ConsultLog
import HTTPFacade
import SQLiteStorage
import Synchronization

/// What commands can ask of the running gateway.
struct ControlRoutes: Sendable {
    private let installation: Installation
    private let imports: ImportDesk
    private let exports: FolderDesk
    private let backups: FolderDesk
    private let searches: SearchDesk
    private let reindexing: ReindexDesk

    init(_ installation: Installation) {
        self.installation = installation
        imports = ImportDesk(installation.replica)
        exports = FolderDesk("export") {
            [tree = installation.tree] folder, request async throws(UsageError) in
            guard let isPublic = request.body?["public"]?.bool else {
                throw UsageError("public must be true or false")
            }
            return try await tree.export(to: folder, isPublic: isPublic)
        }
        let (data, time) = (installation.directory.path, installation.time)
        let rights = installation.rights.path
        backups = FolderDesk("backup") { folder, _ async throws(UsageError) in
            try await BackupFolder.backUp(data, rights: rights, to: folder, at: time.now())
        }
        searches = SearchDesk(search: installation.search.search)
        reindexing = ReindexDesk(installation.search.indexer)
    }

    var all: [ControlRoute] {
        [
            ControlRoute(.get, "/log/entries") { await entries($0) },
            ControlRoute(.get, "/log/receipts") { request in
                await installation.receipts.answer(
                    consult: request.query["consult"], userID: request.userID)
            },
            ControlRoute(.post, "/log/exports") { await exports.start($0) },
            ControlRoute(.get, "/log/exports/current") { _ in await exports.current() },
            ControlRoute(.post, "/log/backups") { await backups.start($0) },
            ControlRoute(.get, "/log/backups/current") { _ in await backups.current() },
            ControlRoute(.post, "/log/searches") {
                await searches.answer($0.body, from: $0.userID)
            },
            ControlRoute(.post, "/log/index") { _ in await reindexing.start() },
            ControlRoute(.get, "/log/index") { _ in await reindexing.current() },
            ControlRoute(.post, "/kbo/imports") { await imports.start($0) },
            ControlRoute(.get, "/kbo/imports/current") { _ in await imports.current() },
        ] + installation.custody.routes + installation.rightsDesk.routes
            + installation.references.routes + installation.officials.desk.routes
    }

    private func entries(_ request: ControlRequest) async -> ControlReply {
        guard let limit = Int(request.query["limit"] ?? "50"), (1...10_000).contains(limit) else {
            return ControlReply(status: 400, ["detail": "limit must be from 1 to 10000"])
        }
        let after = request.query["after"]
        let position = after.flatMap { Int64($0) }.map { LogPosition($0) }
        guard after == nil || position != nil else {
            return ControlReply(status: 400, ["detail": "after must be a position in the log"])
        }
        do {
            let page = try await installation.entries.rows(after: position, limit: limit)
            return ControlReply(["entries": .array(try page.map { try PageEntry($0).value })])
        } catch {
            return ControlReply(status: 503, ["detail": "the log cannot be read now"])
        }
    }
}
