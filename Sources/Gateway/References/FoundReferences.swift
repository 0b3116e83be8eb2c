/// What the repertory holds of what was looked for.
struct FoundReferences: Sendable {
    var open: [OpenReference] = []
    /// Whether that is all there is: behind a box or a key that cannot be used any more there may be
    /// another one, so that nothing follows from what is not here.
    var isWhole = true
}
