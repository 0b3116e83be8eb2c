import ArgumentParser
import CanonicalJSON
import HTTPFacade

/// Compares a document with what is known.
struct RightsDiffCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Say in words what a document says differently.",
        discussion: """
            With one document: differently from the version that is drafted or in force. With two: \
            the second differently from the first.
            """)

    @Argument(help: "A YAML document, or two.", completion: .file(extensions: ["yaml"]))
    var files: [String]

    @OptionGroup var options: RightsOptions

    func validate() throws {
        guard (1...2).contains(files.count) else { throw ValidationError("one document, or two") }
    }

    func run() async throws {
        let texts = try files.map { try LoadedDocuments.contents(of: $0) }
        let differences: [String]
        if texts.count == 2 {
            let (first, second) = (
                try LoadedDocuments.authorisation(texts[0], in: files[0]),
                try LoadedDocuments.authorisation(texts[1], in: files[1])
            )
            differences = LoadedDocuments.differences(first, second)
        } else {
            let reply = try await options.order(
                .post, "/rights/comparisons",
                ["document": .string(String(decoding: texts[0], as: UTF8.self))])
            guard let found = reply["differences"]?.array else {
                throw UsageError("there is no authorisation of this name yet")
            }
            differences = found.compactMap(\.string)
        }
        try options.show(["differences": .array(differences.map { .string($0) })]) { _ in
            differences.isEmpty ? ["no difference"] : differences
        }
    }
}
