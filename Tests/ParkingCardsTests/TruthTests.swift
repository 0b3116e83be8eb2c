import ParkingCards
import Testing

@Suite("Three-valued logic")
struct TruthTests {
    /// Kleene's strong conjunction as the smallest, and disjunction as the largest, of
    /// no < unknown < yes.
    static let order: [Truth] = [.no, .unknown, .yes]

    @Test("all and any follow Kleene's tables", arguments: order, order)
    func tables(_ left: Truth, _ right: Truth) throws {
        let ranks = [left, right].compactMap { Self.order.firstIndex(of: $0) }
        #expect(Truth.all([left, right]) == Self.order[try #require(ranks.min())])
        #expect(Truth.any([left, right]) == Self.order[try #require(ranks.max())])
    }

    @Test("nothing to prove is proved, nothing to choose from is not")
    func empty() {
        #expect(Truth.all([]) == .yes)
        #expect(Truth.any([]) == .no)
    }
}
