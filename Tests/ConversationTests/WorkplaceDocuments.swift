import DevelopmentCertificates
import Foundation
import Testing

/// The register of applications and the authorisations with which the conversations are held.
enum WorkplaceDocuments {
    /// How many authorisations a gateway takes over when it first starts: each is an entry, before
    /// any other.
    static let authorisations: Int = {
        let samples = try? FileManager.default
            .contentsOfDirectory(atPath: Place.contracts + "/authorisations")
        return 1 + (samples ?? []).count { $0.hasSuffix(".yaml") }
    }()

    static func write(to folder: String, _ pki: DevelopmentPKI) throws {
        try FileManager.default.copyItem(
            atPath: Place.contracts + "/authorisations", toPath: folder + "/authorisations")
        try driverChecks.write(
            toFile: folder + "/authorisations/driver-checks.yaml", atomically: true, encoding: .utf8
        )
        try applications(pki).write(
            toFile: folder + "/applications.yaml", atomically: true, encoding: .utf8)
    }

    /// The sample applications with the fingerprints of their certificates.
    private static func applications(_ pki: DevelopmentPKI) throws -> String {
        let organisations: [(ApplicationName, String)] = [
            (.parkingSchaerbeek, "1990000134"), (.housingAgency, "1990000233"),
            (.taxDepartment, "1990000332"), (.dpoConsole, "1990000431"),
        ]
        let entries = try organisations.map { name, organisation in
            let fingerprint = try CertificateFingerprint(
                ofPEMFile: pki.application(name).certificate)
            return """
                  - id: \(name.rawValue)
                    organisation: "\(organisation)"
                    organisationName: {nl: Voorbeeld, fr: Exemple}
                    contact: it@organisation.example
                    certificates: ["\(fingerprint.hexadecimal)"]
                    roles: [\(name == .dpoConsole ? "consumer, auditor" : "consumer")]

                """
        }
        return "applications:\n" + entries.joined()
    }

    /// Facts about everyone, so that an unknown number is told apart from a refusal.
    private static let driverChecks = """
        id: driver-checks
        title: {nl: Rijbewijzen, fr: Permis de conduire}
        grantedBy:
          body: {nl: Commissie, fr: Commission}
          number: TEST 1
          date: "2026-01-15"
        organisation: "1990000332"
        applications: [tax-department]
        purpose:
          id: driver-checks
          label: {nl: Nazicht, fr: Vérification}
          legalBasis: [{nl: Wet, fr: Loi}]
          legalContext: DRIVER_CHECKS
        grants:
          attributes: [person, drivingLicence]
        population: everyone
        validity: {from: "2026-01-01"}
        knownSince: "2026-01-15"
        conditions: {dossierRequired: false, officialRequired: false}
        retention: ten-years
        disclosure: atOnce

        """
}
