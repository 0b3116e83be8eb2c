import CanonicalJSON
import ConsultLog
import LogSearch

/// What an auditor looks for in the log, and why.
struct ConsultQuery: Sendable {
    let request: SearchRequest
    let reason: StatedReason

    /// - Throws: a problem that names every field that is wrong.
    init(_ body: JSONValue) throws(Problem) {
        var reader = JSONReader(body)
        request = SearchRequest(readingFrom: &reader)
        let reason = StatedReason.read(from: &reader)
        do throws(JSONFieldIssues) {
            self.reason = try reader.complete(reason)
        } catch {
            throw Problem.badRequest(error)
        }
    }
}
