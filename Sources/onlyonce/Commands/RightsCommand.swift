import ArgumentParser

/// Keeps the authorisations.
struct RightsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rights",
        abstract: "Keep the authorisations: who may consult what, and since when.",
        discussion: """
            An authorisation is drafted (import), submitted, approved by somebody else, suspended, \
            resumed and revoked. Every step is in the consult log. A right that ends has ended when \
            the command returns, and within a second in every process that shares the storage.

            A gateway that is running carries the orders out; when none is, the data directory is \
            locked meanwhile.
            """,
        subcommands: [
            RightsListCommand.self, RightsShowCommand.self, RightsCheckCommand.self,
            RightsImportCommand.self, RightsExportCommand.self, RightsDiffCommand.self,
            RightsExplainCommand.self, RightsSubmitCommand.self, RightsApproveCommand.self,
            RightsSuspendCommand.self, RightsResumeCommand.self, RightsRevokeCommand.self,
            RightsReferencesCommand.self,
        ])
}
