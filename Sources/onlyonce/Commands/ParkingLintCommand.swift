import AccessRights
import ArgumentParser
import CanonicalJSON
import ParkingCards
import StrictYAML

/// Examines regulation files.
struct ParkingLintCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint",
        abstract: "Report what is wrong or doubtful in regulation files, with line numbers.",
        discussion: """
            It reports and never corrects: a regulation is the municipality's own act. A value \
            under the regional minimum is a warning.

            Exit codes: 0 when no file has an error (warnings alone do not count, but for \
            --strict), 1 when one has, 2 when a file cannot be read.
            """)

    @Argument(help: "Regulation files.")
    var files: [String]

    @Option(help: "A folder of authorisations, to find what the municipality may not ask.")
    var authorisations: String?

    @Option(
        help: "A folder with the frames of regions; by default `region` beside each file.")
    var region: String?

    @Flag(help: "Print one JSON document.")
    var json = false

    @Flag(help: "Take warnings for errors.")
    var strict = false

    func run() async throws {
        let rights = try authorisations.map { try LintedFiles.authorisations(in: $0) }
        var reports: [(file: String, findings: [LintFinding])] = []
        for file in files {
            guard let bytes = try? LoadedDocuments.contents(of: file) else {
                print("\(file) cannot be read")
                throw ExitCode(2)
            }
            let regions = try LintedFiles.regions(region, beside: file)
            let lint = RegulationLint(authorisations: rights, regions: regions)
            reports.append((file, lint.findings(in: bytes)))
        }
        if json {
            print(String(decoding: try Self.report(reports).canonicalBytes(), as: UTF8.self))
        } else {
            for (file, findings) in reports {
                for finding in findings { print("\(file): \(finding.line)") }
            }
        }
        let isWrong = reports.contains { report in
            report.findings.contains { strict || $0.severity == .error }
        }
        if isWrong { throw ExitCode(1) }
    }

    private static func report(
        _ reports: [(file: String, findings: [LintFinding])]
    ) -> JSONValue {
        .array(
            reports.map { file, findings in
                [
                    "file": .string(file),
                    "findings": .array(
                        findings.map { finding in
                            [
                                "column": .integer(Int64(finding.position.column)),
                                "line": .integer(Int64(finding.position.line)),
                                "message": .string(finding.message),
                                "path": .string(finding.path),
                                "rule": .string(finding.rule.rawValue),
                                "severity": .string(finding.severity.rawValue),
                            ]
                        }),
                ]
            })
    }
}
