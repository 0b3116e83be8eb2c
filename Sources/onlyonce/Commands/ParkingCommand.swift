import ArgumentParser

/// What a municipality does with its parking-card regulation.
struct ParkingCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parking",
        abstract: "Examine and explain parking-card regulations, write letters, renew cards.",
        subcommands: [
            ParkingLintCommand.self, ParkingExplainCommand.self, ParkingLetterCommand.self,
            ParkingRenewCommand.self,
        ])
}
