public import Facts

/// What an application reports as paid. The gateway takes no money.
public struct Payment: Hashable, Sendable, Redacted {
    public let amount: Euros
    /// The reference in the accounts of the municipality: 1 to 64 letters, digits and `+/-.`.
    public let reference: String

    /// Returns `nil` when the reference is not well formed.
    public init?(of amount: Euros, reference: String) {
        let isWellFormed = reference.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D, 0x2E, 0x2F: true
            default: false
            }
        }
        guard (1...64).contains(reference.utf8.count), isWellFormed else { return nil }
        self.amount = amount
        self.reference = reference
    }
}
