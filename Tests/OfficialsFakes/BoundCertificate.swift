public import AccessRights

/// The certificate to which a token is bound, by a name that no other module has.
public typealias BoundCertificate = CertificateFingerprint
