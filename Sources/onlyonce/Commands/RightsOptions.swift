import ArgumentParser
import CanonicalJSON
import HTTPFacade

/// What all commands about rights take.
struct RightsOptions: ParsableArguments {
    @OptionGroup var configuration: ConfigurationOption

    @Flag(help: "Write JSON.")
    var json = false

    /// Gives an order to whoever keeps the rights.
    func order(
        _ method: ControlMethod, _ route: String, _ body: JSONValue? = nil
    ) async throws -> JSONValue {
        let settings = try configuration.read()
        return try await DataDirectoryAccess(settings).order(
            method, route, body, settings.storage)
    }

    /// Prints an answer as JSON, or else its lines.
    func show(_ value: JSONValue, _ lines: (JSONValue) -> [String]) throws {
        guard !json else {
            return print(String(decoding: try value.canonicalBytes(), as: UTF8.self))
        }
        for line in lines(value) { print(line) }
    }

    /// One line for one authorisation.
    static func line(_ authorisation: JSONValue) -> String {
        let validity = authorisation["validity"]
        let (from, until) = (validity?["from"]?.string, validity?["until"]?.string)
        var parts = ["state", "id", "organisation", "purpose"].compactMap {
            authorisation[$0]?.string
        }
        parts.append("\(from ?? "") to \(until ?? "further notice")")
        if let pending = authorisation["pending"]?["state"]?.string {
            parts.append("(a version is \(pending))")
        }
        return parts.joined(separator: "  ")
    }
}
