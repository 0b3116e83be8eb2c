import ArgumentParser
import CanonicalJSON
import HTTPFacade

/// What an order about one authorisation says.
struct RightsOrderOptions: ParsableArguments {
    @Argument(help: "The name of the authorisation.")
    var authorisation: String

    @Option(
        help:
            "The hash of the terms that you saw; another version is refused. To approve, it is needed."
    )
    var hash: String?

    @Option(help: "From which day on; today unless said.")
    var validFrom: String?

    @Option(help: "Why; it is boxed in the log.")
    var reason: String?

    @OptionGroup var options: RightsOptions

    func order(_ step: String) async throws {
        var body: JSONObject = [
            "step": .string(step), "authorisation": .string(authorisation),
        ]
        body["hash"] = hash.map { .string($0) }
        body["validFrom"] = validFrom.map { .string($0) }
        body["reason"] = reason.map { .string($0) }
        let reply = try await options.order(.post, "/rights/orders", .object(body))
        try options.show(reply) { [RightsOptions.line($0)] }
    }
}
