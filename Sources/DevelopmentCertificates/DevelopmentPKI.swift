public import Foundation
import X509

/// Certificates for development and tests: never for a machine that others can reach.
///
/// The gateway and its applications share one authority, the sources and the gateway as their
/// client another, and a foreign authority stands for everybody who must be refused. The private
/// keys of the authorities are not kept, so nobody can add to the set.
public struct DevelopmentPKI: Hashable, Sendable {
    /// The folder that holds the files (mode 0700).
    public let folder: String

    /// How long certificates are valid unless told otherwise.
    public static let standardLifetime = Duration.seconds(365 * 24 * 60 * 60)
    /// With less than this left, certificates are made anew.
    static let margin = TimeInterval(24 * 60 * 60)
    /// Certificates are valid from a little earlier, for clocks that run behind.
    static let clockSkew = TimeInterval(60 * 60)

    /// Returns the certificates in a folder, making all of them anew when any is missing, does not
    /// match the others, or has less than a day left.
    ///
    /// A set that is good is left as it is. Two processes must not do this in one folder at once.
    ///
    /// - Throws: ``DevelopmentCertificateFailure`` when something cannot be written.
    public static func ensure(
        at folder: String, now: Date, lifetime: Duration = standardLifetime
    ) throws(DevelopmentCertificateFailure) -> DevelopmentPKI {
        let pki = DevelopmentPKI(folder: folder)
        if !pki.isGood(at: now) { try pki.create(now: now, lifetime: lifetime) }
        return pki
    }

    /// Names the files of a folder, whether they exist or not.
    public init(folder: String) { self.folder = folder }

    /// The authority of the gateway's server certificate and of the applications' certificates.
    public var applicationAuthority: String { path(of: .applications) }
    /// The authority of the sources' server certificate and of the gateway's client certificate.
    public var sourceAuthority: String { path(of: .sources) }
    /// An authority that nobody trusts.
    public var foreignAuthority: String { path(of: .foreign) }

    /// The gateway as a server, on localhost, 127.0.0.1 and ::1.
    public var gatewayServer: DevelopmentIdentity { identity(.gatewayServer) }
    /// The simulated sources as servers, on localhost, 127.0.0.1 and ::1.
    public var sourceServer: DevelopmentIdentity { identity(.sourceServer) }
    /// The gateway as a client of the sources.
    public var gatewayClient: DevelopmentIdentity { identity(.gatewayClient) }
    /// A client that bears the name of a registered application, from the foreign authority.
    public var foreignClient: DevelopmentIdentity { identity(.foreignClient) }
    /// A sample application as a client of the gateway.
    public func application(_ name: ApplicationName) -> DevelopmentIdentity {
        identity(.application(name))
    }

    func path(of authority: AuthorityRole) -> String { "\(folder)/\(authority.name).pem" }

    func identity(_ role: CertificateRole) -> DevelopmentIdentity {
        DevelopmentIdentity(folder: folder, name: role.name)
    }
}
