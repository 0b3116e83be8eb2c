import AccessRights
import ArgumentParser
import CanonicalJSON
import Foundation
import HTTPFacade

/// Checks a document.
struct RightsCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check the document of an authorisation, and where it overlaps with others.",
        discussion: """
            Every mistake is named with its line. Of overlaps with the rights in force it is known \
            only when --config names a gateway; they are no mistakes. Ends with 1 when there is a \
            mistake.
            """)

    @Argument(help: "The YAML documents.", completion: .file(extensions: ["yaml"]))
    var files: [String]

    @Option(
        name: .customLong("config"),
        help: "The configuration of the gateway with whose rights to compare.",
        completion: .file(extensions: ["yaml"]))
    var file: String?

    @Flag(help: "Write JSON.")
    var json = false

    func run() async throws {
        var read: [Authorisation] = []
        var areValid = true
        for file in files {
            var findings = Findings()
            let bytes = try LoadedDocuments.contents(of: file)
            do throws(InvalidAuthorisation) {
                let authorisation = try Authorisation(parsing: bytes)
                findings.id = authorisation.id.text
                findings.overlaps = read.compactMap { authorisation.overlap(with: $0) }
                    .map(\.description)
                if read.contains(where: { $0.id == authorisation.id }) {
                    findings.mistakes.append("id must be of no other document")
                }
                read.append(authorisation)
            } catch {
                findings.mistakes += error.issues.map(\.description)
            }
            if findings.mistakes.isEmpty { try await compare(bytes, &findings) }
            areValid = areValid && findings.mistakes.isEmpty
            try show(findings, of: file)
        }
        if !areValid { throw ExitCode(1) }
    }

    private struct Findings {
        var id: String?
        var mistakes: [String] = []
        var overlaps: [String] = []
    }

    private func compare(_ bytes: [UInt8], _ findings: inout Findings) async throws {
        guard let file else { return }
        let settings = try Configuration(file: file)
        let reply = try await DataDirectoryAccess(settings).order(
            .post, "/rights/comparisons",
            ["document": .string(String(decoding: bytes, as: UTF8.self))], settings.storage)
        findings.overlaps += (reply["overlaps"]?.array ?? []).compactMap(\.string)
    }

    private func show(_ findings: Findings, of file: String) throws {
        guard !json else {
            var object: JSONObject = [
                "file": .string(file), "mistakes": .array(findings.mistakes.map { .string($0) }),
                "overlaps": .array(findings.overlaps.map { .string($0) }),
            ]
            object["id"] = findings.id.map { .string($0) }
            return print(String(decoding: try object.canonicalBytes(), as: UTF8.self))
        }
        if findings.mistakes.isEmpty { print("\(file): \(findings.id ?? "") is in order") }
        for mistake in findings.mistakes { print("\(file): \(mistake)") }
        for overlap in findings.overlaps { print("\(file): note: \(overlap)") }
    }
}
