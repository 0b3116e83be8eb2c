import ArgumentParser
import CanonicalJSON
import HTTPFacade

/// Shows one authorisation.
struct RightsShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show one authorisation, its terms and everything it went through.")

    @Argument(help: "The name of the authorisation.")
    var authorisation: String

    @Option(help: "As it was known at the end of this day.")
    var knownAt: String?

    @Option(help: "As it is valid on this day; today unless said.")
    var validOn: String?

    @OptionGroup var options: RightsOptions

    func run() async throws {
        var body: JSONObject = ["authorisation": .string(authorisation)]
        body["knownAt"] = knownAt.map { .string($0) }
        body["validOn"] = validOn.map { .string($0) }
        let reply = try await options.order(.post, "/rights/views", .object(body))
        try options.show(reply) { reply in
            let changes = (reply["changes"]?.array ?? []).map { change in
                ["known", "step", "actor", "validFrom", "reason"]
                    .compactMap { change[$0]?.string }.joined(separator: "  ")
            }
            return [RightsOptions.line(reply), ""] + changes + ["", reply["yaml"]?.string ?? ""]
        }
    }
}
