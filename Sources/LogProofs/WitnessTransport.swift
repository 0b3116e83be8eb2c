/// Brings calls to a witness and its answers back.
public protocol WitnessTransport: Sendable {
    /// Posts a body and returns the complete answer, whatever its status.
    ///
    /// It ends by itself within a time of the conformer's choice, over TLS with a verified server.
    ///
    /// - Parameter url: the address, as the policy writes it, with `/add-checkpoint` behind it.
    /// - Throws: ``WitnessTransportFailure`` when there is no complete answer; the witness may have
    ///   acted all the same.
    func post(
        _ body: [UInt8], to url: String
    ) async throws(WitnessTransportFailure) -> WitnessReply

    /// Gets the complete answer, whatever its status, on the same terms.
    ///
    /// - Parameter url: the address, with the place of a checkpoint behind it.
    /// - Throws: ``WitnessTransportFailure`` when there is no complete answer.
    func get(_ url: String) async throws(WitnessTransportFailure) -> WitnessReply
}
