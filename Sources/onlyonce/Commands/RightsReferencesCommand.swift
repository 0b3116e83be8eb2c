import ArgumentParser
import CanonicalJSON
import HTTPFacade

/// Shows the repertory of references.
struct RightsReferencesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "references",
        abstract: "List the dossiers that organisations have open, by kind.",
        discussion: """
            Without --subjects it counts. With it, it names the subjects and needs a reason; the \
            look stands in the log before anything is shown.
            """)

    @OptionGroup var configuration: ConfigurationOption

    @Flag(help: "Name the subjects; recorded in the log.")
    var subjects = false

    @Option(help: "Why; it is boxed in the log.")
    var reason: String?

    func validate() throws {
        guard subjects == (reason != nil) else {
            throw ValidationError("--subjects and --reason belong together")
        }
    }

    func run() async throws {
        let access = DataDirectoryAccess(try configuration.read())
        guard let reason else { return try await printCounts(access) }
        var after: String?
        repeat {
            var order: JSONObject = ["reason": .string(reason)]
            order["after"] = after.map { .string($0) }
            let reply = try await access.references(.post, .object(order))
            for dossier in reply["dossiers"]?.array ?? [] { print(Self.line(dossier)) }
            let unreadable = reply["unreadable"]?.integer ?? 0
            if unreadable > 0 { print("and \(unreadable) that cannot be opened any more") }
            after = reply["next"]?.string
        } while after != nil
    }

    private func printCounts(_ access: DataDirectoryAccess) async throws {
        let reply = try await access.references(.get)
        for count in reply["counts"]?.array ?? [] {
            let open = count["open"]?.integer ?? 0
            print(
                "\(count["organisation"]?.string ?? "?")  \(count["kind"]?.string ?? "?")  \(open)")
        }
    }

    private static func line(_ dossier: JSONValue) -> String {
        [
            "reference", "organisation", "kind", "subjectType", "subject", "dossier",
            "authorisation", "from", "until",
        ].compactMap { dossier[$0]?.string }.joined(separator: "  ")
    }
}
