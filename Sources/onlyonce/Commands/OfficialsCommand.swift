import ArgumentParser
import CanonicalJSON
import HTTPFacade

/// Looks at the directory of officials, and says that somebody has left.
struct OfficialsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "officials",
        abstract: "See who is in the directory of officials, and say that somebody has left.",
        discussion: """
            The personnel system keeps the directory by SCIM; here is what is needed when it \
            cannot. Every change is in the consult log, with its reason. A gateway that is running \
            carries the orders out; when none is, the data directory is locked meanwhile.

            The name of an official never stands on the command line, where others and the \
            shell's history would see it: without the name that `list` shows, it is read from the \
            standard input.
            """,
        subcommands: [List.self, Show.self, Deactivate.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "List everybody, without names.")

        @OptionGroup var configuration: ConfigurationOption

        func run() async throws {
            let reply = try await DataDirectoryAccess(try configuration.read()).officials(
                .get, "/officials")
            for official in reply["officials"]?.array ?? [] {
                print(OfficialsCommand.line(official))
            }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: "Show one official, with the name and the delegations.")

        @OptionGroup var configuration: ConfigurationOption
        @OptionGroup var whom: OfficialOption

        func run() async throws {
            let reply = try await DataDirectoryAccess(try configuration.read()).officials(
                .post, "/officials/views", .object(try whom.object()))
            print(OfficialsCommand.line(reply))
            for name in ["userName", "externalId"] {
                if let value = reply[name]?.string { print("  \(name)  \(value)") }
            }
            for delegation in reply["delegations"]?.array ?? [] {
                print("  \(DelegationsCommand.line(delegation))")
            }
        }
    }

    struct Deactivate: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "deactivate",
            abstract: "Say that somebody has left: every token, session and delegation ends.")

        @OptionGroup var configuration: ConfigurationOption
        @OptionGroup var whom: OfficialOption

        @Option(help: "Why; it is boxed in the log.")
        var reason: String

        func run() async throws {
            var order = try whom.object()
            order["reason"] = .string(reason)
            let reply = try await DataDirectoryAccess(try configuration.read()).officials(
                .post, "/officials/deactivations", .object(order))
            print(OfficialsCommand.line(reply))
        }
    }

    private static func line(_ official: JSONValue) -> String {
        let roles = (official["roles"]?.array ?? []).compactMap(\.string)
        return [
            official["official"]?.string ?? "?",
            official["active"] == true ? "active" : "inactive",
            official["modified"]?.string ?? "?", roles.joined(separator: " "),
        ].joined(separator: "  ")
    }
}
