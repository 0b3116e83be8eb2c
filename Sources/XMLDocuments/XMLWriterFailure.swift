/// Why an element cannot be written as XML. It names elements, never content.
public enum XMLWriterFailure: Error, Hashable, Sendable {
    /// The text or an attribute of this element has a character that XML 1.0 §2.2 forbids.
    case forbiddenCharacter(element: String)
    /// This is not the name of an element or attribute.
    case notAName(element: String)
    /// This element has an attribute in a namespace for which the writer has no prefix.
    case noPrefix(element: String)
}
