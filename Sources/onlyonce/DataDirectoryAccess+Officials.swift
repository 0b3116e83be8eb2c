import CanonicalJSON
import ConsultLog
import HTTPFacade
import Logging
import Officials
import SQLiteStorage

extension DataDirectoryAccess {
    /// Gives an order about officials.
    func officials(
        _ method: ControlMethod, _ route: String, _ body: JSONValue? = nil
    ) async throws -> JSONValue {
        if let reply = try await asked(method, route, body: body) { return reply }
        let directory = try lock()
        let time = try SystemTime()
        var logger = Logger(label: "onlyonce")
        logger.logLevel = .critical
        let opening = LogOpening(settings.storage, now: { time.now() }, logger: logger)
        let storage = try await Installation.storage(in: directory)
        let reply: ControlReply?
        do {
            let log = try await opening.log(on: storage, try await opening.keys())
            let officials = try await OpenedOfficials.directory(
                in: directory, settings.storage, log: log, readBy: LogReader(storage),
                time: time)
            let request = CurrentUser.request(body)
            reply = await OfficialsDesk(officials, roles: settings.commandLine).routes
                .first { $0.method == method && $0.path == route }?.answer(request)
            await officials.close()
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
