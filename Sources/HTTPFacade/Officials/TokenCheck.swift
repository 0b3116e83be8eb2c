public import AccessRights
public import Officials

/// Looks at an access token that came over a connection with a client certificate.
///
/// It throws when nobody can say now whether the token is good.
public typealias TokenCheck =
    @Sendable (String, CertificateFingerprint) async throws(IdentificationFailure) -> TokenVerdict
