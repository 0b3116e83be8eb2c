public import ConsultLog

/// An entry that was found. What is confidential is closed but for what was asked to be disclosed.
public struct SearchHit: Hashable, Sendable {
    /// The index of the entry in the tree.
    public let index: UInt64
    public let entry: Entry
    /// The intent of which the entry is the outcome.
    public let intent: Entry?
    /// What was laid open, of the entry or else of its intent.
    public let disclosures: [ConfidentialField: Disclosure]

    public init(
        index: UInt64, entry: Entry, intent: Entry? = nil,
        disclosures: [ConfidentialField: Disclosure] = [:]
    ) {
        self.index = index
        self.entry = entry
        self.intent = intent
        self.disclosures = disclosures
    }
}
