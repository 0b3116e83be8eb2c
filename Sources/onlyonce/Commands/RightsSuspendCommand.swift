import ArgumentParser
import CanonicalJSON

/// Takes one step in the life of an authorisation.
struct RightsSuspendCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suspend",
        abstract: "Let nothing be given under an authorisation until it is resumed.")

    @OptionGroup var order: RightsOrderOptions

    func run() async throws { try await order.order("suspend") }
}
