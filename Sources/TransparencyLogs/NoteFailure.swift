/// Why bytes are no signed note, or a note is not to be believed. Signature lines count from 1.
public enum NoteFailure: Error, Hashable {
    case tooLarge
    case notUTF8
    /// A control character other than a line feed stands at this byte.
    case controlCharacter(offset: Int)
    /// No blank line parts the text from its signatures.
    case noBlankLine
    case noSignature
    case tooManySignatures
    case malformedSignature(line: Int)
    /// No signature is of a key that is known.
    case noKnownSignature
    /// A signature that bears the name and number of this known key is not the key's.
    case wrongSignature(KeyName)
    /// Two different known keys have this name and one number.
    case ambiguousKey(KeyName)
}
