/// How long cards of a type are valid.
public struct CardValidity: Hashable, Sendable {
    public let options: [Term]
    public let usual: Term
    /// For cards of some ranks alone.
    public let byRank: [Int: Term]

    /// The term of a card: what the regulation fixes for its rank; otherwise what was asked for,
    /// where that is an option; otherwise the usual one.
    func term(rank: Int, asked: Term?) -> Term {
        if let fixed = byRank[rank] { return fixed }
        if let asked, options.contains(asked) { return asked }
        return usual
    }
}
