import ArgumentParser
import CanonicalJSON

/// Takes one step in the life of an authorisation.
struct RightsRevokeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke", abstract: "End an authorisation; there is no way back.")

    @OptionGroup var order: RightsOrderOptions

    func run() async throws { try await order.order("revoke") }
}
