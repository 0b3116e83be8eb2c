import ArgumentParser
import CanonicalJSON
import HTTPFacade

/// Takes documents as drafts.
struct RightsImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take documents as drafts, of new authorisations or new versions.",
        discussion: "Documents that say what is known already change nothing.")

    @Argument(
        help: "YAML documents, or folders of them; the configured folder unless said.",
        completion: .file(extensions: ["yaml"]))
    var paths: [String] = []

    @OptionGroup var options: RightsOptions

    func run() async throws {
        let settings = try options.configuration.read()
        var drafted: [JSONValue] = []
        for file in try files(paths.isEmpty ? [settings.documents.authorisations] : paths) {
            let document = String(decoding: try LoadedDocuments.contents(of: file), as: UTF8.self)
            let body: JSONValue = ["document": .string(document)]
            let comparison: JSONValue
            do {
                comparison = try await options.order(.post, "/rights/comparisons", body)
            } catch let error as UsageError {
                throw UsageError("\(file): \(error)")
            }
            if comparison["differences"]?.array?.isEmpty == true { continue }
            drafted.append(try await options.order(.post, "/rights/imports", body))
        }
        try options.show(["drafted": .array(drafted)]) { _ in
            drafted.isEmpty ? ["nothing new"] : drafted.map(RightsOptions.line)
        }
    }

    private func files(_ paths: [String]) throws -> [String] {
        var files: [String] = []
        for path in paths {
            // A folder ends with nothing that a document ends with.
            files += path.hasSuffix(".yaml") ? [path] : try LoadedDocuments.yamlFiles(in: path)
        }
        return files
    }
}
