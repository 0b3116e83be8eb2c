/// How a key signs notes; the raw value is the type byte of C2SP signed-note.
public enum SignatureAlgorithm: UInt8, Hashable, Sendable {
    /// Ed25519 over the text.
    case ed25519 = 0x01
    /// Ed25519 over a time and the text: a witness's `cosignature/v1` (C2SP tlog-cosignature).
    case cosignature = 0x04
}
