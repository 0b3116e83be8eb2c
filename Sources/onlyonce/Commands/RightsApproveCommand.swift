import ArgumentParser
import CanonicalJSON

/// Takes one step in the life of an authorisation.
struct RightsApproveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "approve",
        abstract: "Approve what was submitted; not by anybody who drafted or submitted it.",
        discussion: """
            With --hash, the hash of the terms that you read, as `rights show` tells it. Only users \
            whom the configuration names in commandLine approve here; everybody else does it as an \
            official, over the API.
            """)

    @OptionGroup var order: RightsOrderOptions

    func run() async throws { try await order.order("approve") }
}
