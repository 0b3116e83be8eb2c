import CanonicalJSON
import ConsultLog
import HTTPFacade
import LogSearch

/// Answers the searches of commands, beside a running gateway and without one.
struct SearchDesk: Sendable {
    let search: LogSearch

    /// Reads a question and answers it.
    ///
    /// - Parameter user: the number of the operating system's user who asks.
    func answer(_ body: JSONValue?, from user: UInt32) async -> ControlReply {
        var reader = JSONReader(body ?? .null)
        let question = Question(&reader, user: user)
        do throws(JSONFieldIssues) {
            try reader.finish()
        } catch {
            return ControlReply(status: 400, ["detail": .string(error.description)])
        }
        guard let question else {
            return ControlReply(status: 400, ["detail": "a reason is required"])
        }
        do throws(SearchFailure) {
            let page = try await search.page(question.request, for: question.auditor)
            var reply: JSONObject = ["complete": .integer(Int64(page.complete))]
            reply["cursor"] = page.cursor.map { .string($0.text) }
            reply["lines"] = .array(page.hits.map { .string(question.format.line($0)) })
            return ControlReply(.object(reply))
        } catch {
            return Self.reply(error)
        }
    }

    private struct Question {
        let request: SearchRequest
        let auditor: Auditor
        let format: SearchFormat

        init?(_ reader: inout JSONReader, user: UInt32) {
            let query = SearchQuery(readingFrom: &reader)
            let format = reader.string("format", expected: "a format") {
                SearchFormat(rawValue: $0)
            }
            let cursor = reader.optionalString("cursor", expected: "a cursor of ours") {
                SearchCursor(parsing: $0)
            }
            let limit = reader.optionalInteger("limit", in: 1...Int64(SearchRequest.mostEntries))
            let fields = reader.optionalStrings("disclose", expected: "a confidential field") {
                ConfidentialField(rawValue: $0)
            }
            let reason = reader.string("reason", expected: "1 to 500 characters") {
                try StatedReason(parsing: $0)
            }
            guard let format, let reason, let official = try? OfficialID(parsing: "user:\(user)")
            else { return nil }
            request = SearchRequest(
                query, after: cursor, limit: Int(limit ?? 50), disclosing: Set(fields ?? []),
                isExport: format != .text)
            auditor = Auditor(official: official, reason: reason)
            self.format = format
        }
    }

    private static func reply(_ failure: SearchFailure) -> ControlReply {
        switch failure {
        case .foreignCursor:
            ControlReply(status: 400, ["detail": "the cursor is of another query"])
        case .notLogged:
            ControlReply(
                status: 503,
                ["detail": "the search could not be recorded in the log, so nothing is shown"])
        case .index(let failure):
            ControlReply(
                status: 503, ["detail": .string("\(failure): run onlyonce log reindex")])
        case .log(.unreachable):
            ControlReply(status: 503, ["detail": "the log cannot be read now"])
        case .log(.damaged(let position, _)):
            ControlReply(
                status: 503,
                ["detail": .string("the entry at position \(position.number) is damaged")])
        }
    }
}
