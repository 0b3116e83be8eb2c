import AccessRights
import CanonicalJSON
import ConsultLog
import Facts
import LogSearch
import Officials

/// A role that is to be lent.
struct DelegationOrder: Sendable {
    /// Who lends, when it is not the official of the token.
    let from: OfficialID?
    let to: OfficialID
    let role: OfficialRole
    /// The end of the last day, in UTC.
    let until: Timestamp
    let reason: StatedReason

    /// - Throws: a problem that names every field that is wrong.
    init(_ body: JSONValue) throws(Problem) {
        var reader = JSONReader(body)
        from = reader.optionalString("from", expected: FieldRule.official.rawValue) {
            OfficialID(named: $0)
        }
        let named = reader.field("to", .official) { OfficialID(named: $0) }
        let lent = reader.field("role", .officialRole) { OfficialRole(rawValue: $0) }
        let last = reader.date("until")
        let why = StatedReason.read(from: &reader)
        do throws(JSONFieldIssues) {
            let (to, role, day, reason) = try reader.complete(named, lent, last, why)
            self.to = to
            self.role = role
            self.reason = reason
            until = Timestamp(milliseconds: Int64(day.daysSinceEpoch + 1) * 86_400_000)
        } catch {
            throw Problem.badRequest(error)
        }
    }
}
