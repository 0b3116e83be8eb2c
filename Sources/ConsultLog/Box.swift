import Crypto

/// AES-256-GCM (NIST SP 800-38D) in one run of bytes: a nonce of 12, the ciphertext, a tag of 16.
enum Box {
    static let nonceLength = 12

    static func seal(
        _ content: [UInt8], under key: SymmetricKey, nonce: [UInt8], authenticating data: [UInt8]
    ) -> [UInt8] {
        guard let nonce = try? AES.GCM.Nonce(data: nonce),
            let box = try? AES.GCM.seal(content, using: key, nonce: nonce, authenticating: data),
            let combined = box.combined
        else { preconditionFailure("a key of 32 bytes and a nonce of 12 seal anything") }
        return Array(combined)
    }

    /// The content, or `nil` when the key, the data or any byte of the box is another.
    static func open(
        _ box: [UInt8], under key: SymmetricKey, authenticating data: [UInt8]
    ) -> [UInt8]? {
        guard let sealed = try? AES.GCM.SealedBox(combined: box),
            let content = try? AES.GCM.open(sealed, using: key, authenticating: data)
        else { return nil }
        return Array(content)
    }
}
