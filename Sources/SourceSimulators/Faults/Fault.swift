/// What goes wrong at a source, how often.
public struct Fault: Hashable, Sendable {
    /// The ways in which a source can fail.
    public enum Kind: Hashable, Sendable {
        /// Connections are closed without an answer.
        case down
        /// The answer comes, after the delay.
        case slow
        /// Half of the answer comes, then the connection closes.
        case cutOff
        /// The answer is not XML, or not JSON.
        case garbled
        /// The answer is well formed and outside the contract.
        case wrongSchema
        /// The answer is about somebody or something else.
        case anotherSubject
        /// The answer is an old one: of two days ago, to another request.
        case stale
        /// Sixteen mebibytes of white space follow the answer.
        case tooLarge
        /// HTTP 500 or 503 without a contract's body.
        case httpStatus(Int)
        /// A SOAP fault with `MSG00003` (the Crossroads Bank alone).
        case soapFault
        /// A published status code, whatever was asked (the Crossroads Bank alone).
        case statusCode(KSZStatusCode)
    }

    public let kind: Kind
    /// The share of requests that it hits, 0 to 1.
    public let probability: Double
    /// How long ``Kind/slow`` waits.
    public let delayMilliseconds: Int

    public init(_ kind: Kind, probability: Double = 1, delayMilliseconds: Int = 5000) {
        self.kind = kind
        self.probability = probability
        self.delayMilliseconds = delayMilliseconds
    }

    /// Whether a source can fail in this way.
    public func fits(_ source: SimulatedSource) -> Bool {
        switch kind {
        case .soapFault, .statusCode: source == .ksz
        case .down, .slow, .cutOff, .garbled, .wrongSchema, .anotherSubject, .stale, .tooLarge,
            .httpStatus:
            true
        }
    }
}
