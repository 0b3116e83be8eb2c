import ArgumentParser
import CanonicalJSON

/// Takes one step in the life of an authorisation.
struct RightsApproveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "approve",
        abstract: "Approve what was submitted; not by anybody who drafted or submitted it.")

    @OptionGroup var order: RightsOrderOptions

    func run() async throws { try await order.order("approve") }
}
