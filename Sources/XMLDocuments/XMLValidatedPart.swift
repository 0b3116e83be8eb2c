/// Which part of a document its schema describes.
public enum XMLValidatedPart: Sendable, Hashable {
    /// The whole document.
    case root
    /// The first element in the body of a SOAP 1.1 envelope.
    ///
    /// The published schemas describe the payload and not the envelope. A SOAP fault is nobody's
    /// payload and passes: look for it before reading the answer.
    case soapBody
}
