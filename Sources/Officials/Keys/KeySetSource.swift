/// Where the keys of the identity provider are published (RFC 7517 §5).
///
/// Conformers fetch, within a bound of time and of ``KeySet/mostBytes``; they neither keep nor
/// retry. `KeySetCache` does that.
public protocol KeySetSource: Sendable {
    /// The document as it stands now.
    ///
    /// - Throws: ``KeySetFailure`` when there is none.
    func document() async throws(KeySetFailure) -> [UInt8]
}
