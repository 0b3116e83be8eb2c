import ArgumentParser
import Foundation
import Logging

/// The command line of OnlyOnce.
@main
struct OnlyOnce: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "onlyonce",
        abstract: "A data-exchange gateway that makes a government ask for a fact only once.",
        discussion: """
            Municipal applications ask the gateway instead of the citizen. It checks the right, \
            records the consult, asks the authentic source, and gives back no more than the right \
            allows.

            Begin with `onlyonce demo`.
            """,
        subcommands: [
            DemoCommand.self, ServeCommand.self, SimulateCommand.self, LogCommand.self,
            RightsCommand.self, OfficialsCommand.self, DelegationsCommand.self,
            WitnessCommand.self, ParkingCommand.self, KBOCommand.self,
            KeysCommand.self, CertificatesCommand.self, DoctorCommand.self,
        ])

    /// Closes every file that this process makes to the group and to others, also those that
    /// SQLite makes, and runs the command.
    static func main() async {
        umask(0o077)
        LoggingSystem.bootstrap { LineLogHandler(label: $0) }
        await main(nil)
    }
}
