public import ConsultLog

extension KeyEncryptionKey {
    /// Reads the key from a file that holds 32 bytes in base64, and that only its owner can read.
    ///
    /// - Throws: ``KeyFileFailure``.
    public init(contentsOf path: String) throws(KeyFileFailure) {
        guard let key = Self(bytes: try SecretFile.read(path)) else {
            throw .malformed(path: path)
        }
        self = key
    }

    /// Makes a new key and a file of mode 0600 that holds it; durable when this returns.
    ///
    /// - Throws: ``KeyFileFailure/exists(path:)`` when there is a file: a key is never overwritten.
    public static func create(
        at path: String, random: any RandomSource = SystemRandom()
    ) throws(KeyFileFailure) -> KeyEncryptionKey {
        guard let key = Self(bytes: try SecretFile.create(at: path, random: random)) else {
            throw .malformed(path: path)
        }
        return key
    }
}
