public import AccessRights
public import Facts

/// What an application names an order by, so that it is carried out once however often it is sent
/// (`Idempotency-Key`, draft-ietf-httpapi-idempotency-key-header).
///
/// One application's keys mean nothing to another. Printing it hides it: some applications put
/// numbers of people into such keys.
public struct IdempotencyKey: Hashable, Sendable, Redacted {
    public let application: ApplicationID
    public let text: String
    /// The operation and the body that it stands for, in canonical form.
    public let request: [UInt8]

    /// Returns `nil` unless the text is 1 to 128 characters of printable ASCII.
    public init?(_ text: String, of application: ApplicationID, for request: [UInt8]) {
        guard (1...128).contains(text.utf8.count),
            text.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
        else { return nil }
        self.text = text
        self.application = application
        self.request = request
    }
}
