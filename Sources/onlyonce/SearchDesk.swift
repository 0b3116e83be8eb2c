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
            let format = reader.string("format", expected: "a format") {
                SearchFormat(rawValue: $0)
            }
            request = SearchRequest(readingFrom: &reader, isExport: format != .text)
            let reason = StatedReason.read(from: &reader)
            guard let format, let reason, let official = try? OfficialID(parsing: "user:\(user)")
            else { return nil }
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
