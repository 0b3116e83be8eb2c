import ArgumentParser
import CanonicalJSON
import HTTPFacade

/// Looks after the roles that officials lend each other.
struct DelegationsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delegations",
        abstract: "List, grant and revoke the roles that officials lend each other.",
        discussion: """
            Officials stand here by the names that `onlyonce officials list` shows. Every change \
            is in the consult log, with its reason. A gateway that is running carries the orders \
            out; when none is, the data directory is locked meanwhile.
            """,
        subcommands: [List.self, Grant.self, Revoke.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "List the delegations that count now.")

        @OptionGroup var configuration: ConfigurationOption

        func run() async throws {
            let reply = try await DataDirectoryAccess(try configuration.read()).officials(
                .get, "/delegations")
            for delegation in reply["delegations"]?.array ?? [] {
                print(DelegationsCommand.line(delegation))
            }
        }
    }

    struct Grant: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "grant", abstract: "Lend a role of one official to another one.")

        @OptionGroup var configuration: ConfigurationOption

        @Option(help: "Whose role it is.")
        var from: String

        @Option(help: "Who acts in it meanwhile.")
        var to: String

        @Option(help: "The role: dpo, controlCommission, parkingDesk or operations.")
        var role: String

        @Option(help: "The last day (yyyy-mm-dd, UTC), at most a year ahead.")
        var until: String

        @Option(help: "Why; it is boxed in the log.")
        var reason: String

        func run() async throws {
            let reply = try await DataDirectoryAccess(try configuration.read()).officials(
                .post, "/delegations",
                [
                    "from": .string(from), "to": .string(to), "role": .string(role),
                    "until": .string(until), "reason": .string(reason),
                ])
            print(DelegationsCommand.line(reply))
        }
    }

    struct Revoke: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "revoke", abstract: "End a delegation before its time.")

        @OptionGroup var configuration: ConfigurationOption

        @Argument(help: "The delegation, as `list` names it.")
        var delegation: String

        @Option(help: "Why; it is boxed in the log.")
        var reason: String

        func run() async throws {
            let reply = try await DataDirectoryAccess(try configuration.read()).officials(
                .post, "/delegations/revocations",
                ["delegation": .string(delegation), "reason": .string(reason)])
            print("revoked \(reply["delegation"]?.string ?? "?")")
        }
    }

    static func line(_ delegation: JSONValue) -> String {
        ["delegation", "role", "from", "to", "until"].compactMap { delegation[$0]?.string }
            .joined(separator: "  ")
    }
}
