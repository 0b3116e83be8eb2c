import SwiftASN1
import X509

/// The parts that certificates play in the development set-up.
enum CertificateRole: Hashable {
    case gatewayServer
    case sourceServer
    case gatewayClient
    case application(ApplicationName)
    case foreignClient

    static let all: [CertificateRole] =
        [.gatewayServer, .sourceServer, .gatewayClient, .foreignClient]
        + ApplicationName.allCases.map(CertificateRole.application)

    /// The name of its files.
    var name: String {
        switch self {
        case .gatewayServer: "gateway-server"
        case .sourceServer: "source-server"
        case .gatewayClient: "gateway-client"
        case .application(let application): application.rawValue
        case .foreignClient: "foreign-client"
        }
    }

    var issuer: AuthorityRole {
        switch self {
        case .gatewayServer, .application: .applications
        case .sourceServer, .gatewayClient: .sources
        case .foreignClient: .foreign
        }
    }

    var isServer: Bool {
        switch self {
        case .gatewayServer, .sourceServer: true
        case .gatewayClient, .application, .foreignClient: false
        }
    }

    func subject() throws -> DistinguishedName {
        let (organisation, commonName) =
            switch self {
            case .gatewayServer, .sourceServer: ("OnlyOnce development", "localhost")
            case .gatewayClient: ("OnlyOnce development", "onlyonce-gateway")
            // Claims to be a registered application: only its issuer gives it away.
            case .foreignClient:
                (
                    ApplicationName.parkingSchaerbeek.organisation,
                    ApplicationName.parkingSchaerbeek.rawValue
                )
            case .application(let application): (application.organisation, application.rawValue)
            }
        return try DistinguishedName {
            CountryName("BE")
            OrganizationName(organisation)
            CommonName(commonName)
        }
    }

    /// The names by which a server is reached; none for a client.
    var alternativeNames: SubjectAlternativeNames? {
        guard isServer else { return nil }
        let loopback6 = [UInt8](repeating: 0, count: 15) + [1]
        return SubjectAlternativeNames([
            .dnsName("localhost"),
            .ipAddress(ASN1OctetString(contentBytes: [127, 0, 0, 1])),
            .ipAddress(ASN1OctetString(contentBytes: loopback6[...])),
        ])
    }
}
