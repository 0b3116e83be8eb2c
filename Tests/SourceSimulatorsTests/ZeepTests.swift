import Facts
import Foundation
import SourceSimulators
import TestSupport
import Testing

/// Run by `Tests/Interop/run`, which makes the virtual environment and names it.
@Suite(
    "zeep and the simulated Crossroads Bank",
    .enabled(if: ProcessInfo.processInfo.environment["ONLYONCE_INTEROP_PYTHON"] != nil))
struct ZeepTests {
    private let population = PopulationTests.population

    @Test("zeep understands every kind of file by the official WSDL")
    func understands() async throws {
        let environment = ProcessInfo.processInfo.environment
        let python = try #require(environment["ONLYONCE_INTEROP_PYTHON"])
        let wsdl = try #require(environment["ONLYONCE_INTEROP_WSDL"])
        let certificates = try await TestCertificates()
        defer { certificates.remove() }
        let sources = try SimulatedSources(
            population: population, configuration: .init(tls: certificates.tls))
        try await sources.whileRunning { addresses in
            let outcome = try await Program.run(
                [
                    python, script, "--url", addresses.ksz, "--wsdl", wsdl, "--ca",
                    certificates.path("ca.pem"), "--cert", certificates.path("client.pem"), "--key",
                    certificates.path("client.key"),
                ] + people)
            print(outcome.output)
            #expect(outcome.end == .code(0))
            #expect(outcome.output.contains(", 0 failed"))
        }
    }

    private var script: String {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Interop/ksz_zeep.py").path
    }

    /// The whole cast.
    private var people: [String] {
        var arguments: [String] = []
        for role in DemoCast.allCases {
            let ssin = population.character(role).ssin
            switch role {
            case .unknownNumber: arguments += ["--unknown", ssin.digits]
            case .replacedNumber:
                let new = population.replacement(of: ssin)?.digits ?? ""
                arguments += ["--replaced", "\(ssin.digits)=\(new)"]
            default: arguments += ["--ssin", ssin.digits]
            }
        }
        return arguments
    }
}
