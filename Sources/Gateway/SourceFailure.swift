/// A source did not answer. Nothing follows from it about the subject.
public enum SourceFailure: Error, Hashable, Sendable {
    /// Down, late, cut off, or left alone for a while after many failures.
    case unavailable(Silence)
    /// It answered with a fault, outside its schema, or about another subject than was asked.
    case unintelligible(Defect)
    /// It answered that it may not tell us: not integrated, or the legal context is refused.
    case notAllowed(code: String)

    /// How a source was silent.
    public enum Silence: String, Hashable, Sendable {
        case unreachable
        case tooLate
        case cutOff
        case refusedConnection
        case busy
    }

    /// What was wrong with an answer. It names the place, never what stood there.
    public enum Defect: Hashable, Sendable {
        /// Not well-formed XML or JSON.
        case malformed
        /// Larger than an answer may be.
        case tooLarge
        /// Outside the published schema, at this element.
        case outsideSchema(element: String)
        /// An element that the contract allows and that has no meaning we know.
        case unexpectedValue(element: String)
        /// A SOAP fault or an error status, with the source's code.
        case fault(code: String)
        /// An answer about somebody or something else.
        case anotherSubject
    }
}
