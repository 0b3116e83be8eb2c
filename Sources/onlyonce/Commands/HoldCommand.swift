import ArgumentParser
import CanonicalJSON
import HTTPFacade

/// Keeps months readable, however old they become.
struct HoldCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hold", abstract: "Place, release and list legal holds.",
        subcommands: [Place.self, Release.self, List.self])

    struct Place: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "place", abstract: "Keep the keys of some months, until it is released.")

        @OptionGroup var configuration: ConfigurationOption

        @Option(name: .customLong("class"), help: "The retention class; ten-years unless said.")
        var retention: String?

        @Option(help: "The first month, 2016-01.")
        var from: String

        @Option(help: "The last month.")
        var to: String

        @Option(help: "Why; it is boxed in the log.")
        var reason: String

        func run() async throws {
            let settings = try configuration.read()
            var order: JSONObject = [
                "from": .string(from), "to": .string(to), "reason": .string(reason),
            ]
            if let retention { order["class"] = .string(retention) }
            let hold = try await DataDirectoryAccess(settings).order(
                .post, "/log/holds", .object(order), settings.storage)
            print(HoldCommand.line(hold))
        }
    }

    struct Release: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "release", abstract: "Let a hold go.")

        @OptionGroup var configuration: ConfigurationOption

        @Argument(help: "The name of the hold, as `list` shows it.")
        var hold: String

        @Option(help: "Why; it is boxed in the log.")
        var reason: String

        func run() async throws {
            let settings = try configuration.read()
            let hold = try await DataDirectoryAccess(settings).order(
                .post, "/log/holds",
                ["release": .string(hold), "reason": .string(reason)], settings.storage)
            print("released \(HoldCommand.line(hold))")
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "List the holds that lie on months now.")

        @OptionGroup var configuration: ConfigurationOption

        func run() async throws {
            let settings = try configuration.read()
            let reply = try await DataDirectoryAccess(settings).order(
                .get, "/log/holds", nil, settings.storage)
            for hold in reply["holds"]?.array ?? [] { print(HoldCommand.line(hold)) }
        }
    }

    private static func line(_ hold: JSONValue) -> String {
        ["hold", "class", "from", "to", "placed"].compactMap { hold[$0]?.string }
            .joined(separator: "  ")
    }
}
