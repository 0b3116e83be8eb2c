import ArgumentParser
import CanonicalJSON

/// Takes one step in the life of an authorisation.
struct RightsResumeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume", abstract: "Let a suspended authorisation hold again.")

    @OptionGroup var order: RightsOrderOptions

    func run() async throws { try await order.order("resume") }
}
