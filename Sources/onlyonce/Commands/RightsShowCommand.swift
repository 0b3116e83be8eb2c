import ArgumentParser
import CanonicalJSON
import HTTPFacade

/// Shows one authorisation.
struct RightsShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show one authorisation, its terms and everything it went through.",
        discussion: """
            With the hash of the terms, which `rights approve` asks for. Who took a step, and why, an \
            auditor finds in the log, under the consult that stands behind it (`log search`).
            """)

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
                ["known", "step", "by", "application", "validFrom", "consultId"]
                    .compactMap { change[$0]?.string }.joined(separator: "  ")
            }
            let hashes = [
                reply["hash"]?.string.map { "terms  \($0)" },
                reply["pending"]?["hash"]?.string.map { hash in
                    "\(reply["pending"]?["state"]?.string ?? "pending")  \(hash)"
                },
            ].compactMap { $0 }
            return [RightsOptions.line(reply)] + hashes + [""] + changes + [
                "", reply["yaml"]?.string ?? "",
            ]
        }
    }
}
