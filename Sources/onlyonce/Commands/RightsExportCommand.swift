import ArgumentParser
import CanonicalJSON
import HTTPFacade

/// Writes one authorisation as a document.
struct RightsExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write an authorisation as the YAML document it is.")

    @Argument(help: "The name of the authorisation.")
    var authorisation: String

    @OptionGroup var options: RightsOptions

    func run() async throws {
        let reply = try await options.order(
            .post, "/rights/views", ["authorisation": .string(authorisation)])
        if options.json {
            try options.show(reply["document"] ?? .null) { _ in [] }
        } else {
            print(reply["yaml"]?.string ?? "", terminator: "")
        }
    }
}
