import ArgumentParser
import CanonicalJSON

/// Takes one step in the life of an authorisation.
struct RightsSubmitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "submit", abstract: "Hand a draft to those who approve.")

    @OptionGroup var order: RightsOrderOptions

    func run() async throws { try await order.order("submit") }
}
