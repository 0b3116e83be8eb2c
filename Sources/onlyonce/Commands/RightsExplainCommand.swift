import ArgumentParser
import CanonicalJSON
import HTTPFacade

/// Explains a decision.
struct RightsExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Say why a request is refused and which right it needs, or what may be seen.",
        discussion: """
            With a purpose and what is asked: how it is decided, and why. Without: everything that \
            the application may see of a person, a vehicle or an enterprise, and what would be \
            checked. Nobody is looked up, and nothing is recorded.
            """)

    @Argument(help: "The registered application.")
    var application: String

    @Option(help: "The purpose of the request.")
    var purpose: String?

    @Option(parsing: .upToNextOption, help: "Attributes or groups, person.name.")
    var select: [String] = []

    @Option(help: "A verification instead, isAdult.")
    var verification: String?

    @Flag(help: "The request names a dossier.")
    var dossier = false

    @Flag(help: "A token identifies the official.")
    var official = false

    @Option(help: "On this day; today unless said.")
    var validOn: String?

    @OptionGroup var options: RightsOptions

    func run() async throws {
        var body: JSONObject = ["application": .string(application)]
        body["purpose"] = purpose.map { .string($0) }
        if !select.isEmpty { body["select"] = .array(select.map { .string($0) }) }
        body["verification"] = verification.map { .string($0) }
        body["validOn"] = validOn.map { .string($0) }
        if dossier { body["dossier"] = true }
        if official { body["official"] = true }
        let reply = try await options.order(.post, "/rights/explanations", .object(body))
        try options.show(reply) { ($0["explanation"]?.array ?? []).compactMap(\.string) }
    }
}
