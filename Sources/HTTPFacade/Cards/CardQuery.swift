import CanonicalJSON
import Facts
import ParkingCards

/// A question which cards of a municipality are in a state: what the desk has to look at.
struct CardQuery: Sendable {
    static let largestPage: Int64 = 500

    let municipality: NISCode
    let state: CardState.Name
    let after: CardID?
    let limit: Int

    /// - Throws: a problem that names every field that is wrong.
    init(_ body: JSONValue) throws(Problem) {
        var reader = JSONReader(body)
        let municipality = reader.municipality("municipality")
        let state = reader.field("state", .cardState) { CardState.Name(rawValue: $0) }
        after = reader.optionalString("after", expected: FieldRule.card.rawValue) {
            CardID(parsing: $0)
        }
        limit = Int(reader.optionalInteger("limit", in: 1...Self.largestPage) ?? 100)
        do throws(JSONFieldIssues) {
            let (municipality, state) = try reader.complete(municipality, state)
            self.municipality = municipality
            self.state = state
        } catch {
            throw Problem.badRequest(error)
        }
    }
}
