public import AccessRights

/// A certificate of the register of which nobody knows until when it is valid, because it was not
/// presented since the start and the register does not hold it whole.
public struct UnseenCertificate: Hashable, Sendable {
    public let application: ApplicationID
    public let certificate: RegisteredCertificate

    public init(application: ApplicationID, certificate: RegisteredCertificate) {
        self.application = application
        self.certificate = certificate
    }

    /// The beginning of the fingerprint, or that it is known by its names.
    public var label: String {
        switch certificate {
        case .fingerprint(let fingerprint): String(fingerprint.hexadecimal.prefix(16))
        case .names: "by its names"
        }
    }
}
