import ConsultLog

/// By what an intent is found, kept so that its outcome is found by the same.
struct IndexedIntent {
    /// Under whose key the confidential tokens are.
    let group: KeyGroup
    let subject: SearchToken?
    let others: [SearchToken]
}
