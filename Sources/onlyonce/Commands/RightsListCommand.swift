import ArgumentParser
import CanonicalJSON
import HTTPFacade

/// Lists the authorisations.
struct RightsListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List every authorisation and where it stands today.")

    @Option(help: "Only those in this state: draft, submitted, approved, active, …")
    var state: String?

    @OptionGroup var options: RightsOptions

    func run() async throws {
        let reply = try await options.order(.get, "/rights")
        let all = reply["authorisations"]?.array ?? []
        let shown = all.filter { state == nil || $0["state"]?.string == state }
        try options.show(["authorisations": .array(shown)]) { _ in
            shown.map(RightsOptions.line)
        }
    }
}
