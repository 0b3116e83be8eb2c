import CanonicalJSON
import ConsultLog
import Gateway
import HTTPFacade
import Logging
import SQLiteStorage

extension DataDirectoryAccess {
    /// Asks the repertory of references.
    func references(_ method: ControlMethod, _ body: JSONValue? = nil) async throws -> JSONValue {
        let route = "/rights/references"
        if let reply = try await asked(method, route, body: body) { return reply }
        let directory = try lock()
        let time = try SystemTime()
        let opening = LogOpening(
            settings.storage, now: { time.now() }, logger: Logger(label: "onlyonce"))
        let storage = try await Installation.storage(in: directory)
        let reply: ControlReply?
        do {
            let keys = try await opening.keys()
            let log = try await opening.log(on: storage, keys)
            let references = try await Installation.references(in: directory)
            let request = CurrentUser.request(body)
            reply = await ReferencesDesk(
                repertory: Repertory(references, keys: keys), log: log, today: { time.today() }
            )
            .routes.first { $0.method == method && $0.path == route }?.answer(request)
            await references.close()
            await log.close()
        } catch {
            await storage.close()
            throw error
        }
        await storage.close()
        guard let reply, reply.status < 300 else {
            throw UsageError(reply?.body["detail"]?.string ?? "there is no such order")
        }
        return reply.body
    }
}
