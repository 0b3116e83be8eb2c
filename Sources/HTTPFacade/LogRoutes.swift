import AccessRights
import CanonicalJSON
import ConsultLog
import HTTPTypes
import LogProofs
import LogSearch
import NIOCore
import TransparencyLogs

/// The operations that show the consult log itself.
struct LogRoutes: Sendable {
    let faces: LogFaces

    /// Of the api listener.
    var api: [Route] { [receipt, query] + log }

    /// Of the web listener: what everybody may have.
    var web: [Route] {
        let published = faces.published
        return [
            Route(
                method: .get, path: "/v1/log/checkpoint",
                handler: .open { _ throws(Problem) in
                    try await Self.reply(.checkpoint, of: published, for: "public")
                }),
            Route(
                method: .get, path: .tile(under: "/v1/log/tile/"),
                handler: .open { place throws(Problem) in
                    try await Self.reply(Self.resource(place), of: published, for: "public")
                }),
        ]
    }

    private var receipt: Route {
        let give = faces.receipts
        return Route(
            method: .get, path: .consult(before: "/v1/consults/", after: "/receipt"),
            handler: .read(as: .consumer) { name, caller throws(Problem) in
                guard let consult = UUIDv7(parsing: name).map({ ConsultID($0) }) else {
                    throw Problem(.resourceNotFound)
                }
                let asker = try caller.receiver()
                do throws(ReceiptMakingFailure) {
                    let receipt = try await give(consult, asker)
                    return Reply(
                        contentType: "application/json", body: ByteBuffer(bytes: receipt.bytes))
                } catch {
                    return try Reply(error, of: consult)
                }
            })
    }

    private var query: Route {
        let search = faces.search
        return Route(
            method: .post, path: "/v1/consults/query",
            handler: .called(as: .auditor) { body, caller throws(Problem) in
                let question = try ConsultQuery(body)
                let auditor = try caller.auditor(for: question.reason)
                let page: SearchPage
                do throws(SearchFailure) {
                    page = try await search(question.request, auditor)
                } catch {
                    throw Problem(error)
                }
                return try Reply(page.json)
            })
    }

    /// The tiled log for auditors.
    private var log: [Route] {
        let (audited, reading) = (faces.audited, faces.reading)
        return [
            Route(
                method: .get, path: "/v1/log/checkpoint",
                handler: .read(as: .auditor) { _, _ throws(Problem) in
                    try await Self.reply(.checkpoint, of: audited, for: "private")
                }),
            Route(
                method: .get, path: .tile(under: "/v1/log/tile/"),
                handler: .read(as: .auditor) { place, caller throws(Problem) in
                    let resource = try Self.resource(place)
                    let reply = try await Self.reply(resource, of: audited, for: "private")
                    guard case .entries = resource else { return reply }
                    let reader = try caller.reader()
                    do throws(LogFailure) {
                        try await reading(reader)
                    } catch {
                        throw Problem(.serviceUnavailable, headers: [.retryAfter: "10"])
                    }
                    return reply
                }),
        ]
    }

    private static func resource(_ place: String) throws(Problem) -> LogResource {
        guard let resource = LogResource(path: "tile/" + place) else {
            throw Problem(.resourceNotFound)
        }
        return resource
    }

    /// - Parameter readers: whose caches may keep it.
    private static func reply(
        _ resource: LogResource, of log: any LogSource, for readers: String
    ) async throws(Problem) -> Reply {
        let bytes: [UInt8]?
        do throws(LogSourceFailure) {
            bytes = try await log.bytes(of: resource)
        } catch {
            throw Problem(.serviceUnavailable, headers: [.retryAfter: "10"])
        }
        guard let bytes else { throw Problem(.resourceNotFound) }
        let type: String
        var headers = HTTPFields()
        switch resource {
        case .checkpoint:
            type = "text/plain; charset=utf-8"
            headers[.cacheControl] = "\(readers), max-age=5"
        case .tile:
            // The hashes of a place never change, however many of them are asked for.
            type = "application/octet-stream"
            headers[.cacheControl] = "\(readers), max-age=31536000, immutable"
        case .entries:
            // Entries are retired, and must not live on in a cache.
            type = "application/octet-stream"
        }
        return Reply(contentType: type, body: ByteBuffer(bytes: bytes), headers: headers)
    }
}
