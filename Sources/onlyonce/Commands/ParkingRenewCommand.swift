import ArgumentParser
import CanonicalJSON
import Facts
import Foundation

/// Renews the cards of a whole municipality.
struct ParkingRenewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "renew",
        abstract: "Renew the parking cards of a municipality that end before a day.",
        discussion: """
            Cards of a type that is renewed automatically are assessed anew, within the window of \
            the regulation. A refusal is only ever proposed. Ended half-way and run again, it goes \
            on where it was. --dry-run asks the sources all the same, and keeps nothing.
            """)

    @OptionGroup var configuration: ConfigurationOption

    @Option(help: "The five-digit code of the municipality.")
    var municipality: String

    @Option(help: "Cards that end before this day, 2026-03-10.")
    var expiringBefore: String

    @Flag(help: "Assess, and keep nothing.")
    var dryRun = false

    @Option(help: "In the name of which application; the only one that decides by default.")
    var application: String?

    @Option(help: "For which purpose the sources are asked.")
    var purpose = "parking-cards"

    func validate() throws {
        guard (try? NISCode(parsing: municipality)) != nil else {
            throw ValidationError("--municipality must be the five-digit code of a municipality")
        }
        guard let day = try? CalendarDate(parsing: expiringBefore),
            (1900...2100).contains(day.year)
        else {
            throw ValidationError(
                "--expiring-before must be a day from 1900 to 2100, 2026-03-10")
        }
    }

    func run() async throws {
        var order: JSONObject = [
            "municipality": .string(municipality), "expiringBefore": .string(expiringBefore),
            "dryRun": .bool(dryRun), "purpose": .string(purpose),
        ]
        order["application"] = application.map { .string($0) }
        let bar = ProgressBar(isShown: isatty(STDERR_FILENO) == 1)
        let report = try await DataDirectoryAccess(try configuration.read())
            .renew(.object(order)) { bar.show($0) }
        bar.end()
        for line in Self.lines(of: report) { print(line) }
    }

    /// The report as somebody at a terminal reads it.
    static func lines(of report: JSONValue) -> [String] {
        let words = [
            ("cards", "cards looked at"), ("renewed", "renewed"),
            ("activated", "of them free of charge, valid at once"),
            ("notified", "holders proven to have been told"),
            ("proposedForRefusal", "proposed for refusal"),
            ("onRequest", "renewed on request alone"), ("outsideWindow", "outside their window"),
            ("closed", "renewals that ended before"), ("failed", "failed, for the next run"),
        ]
        var lines = words.map { name, words in "\(report[name]?.integer ?? 0)  \(words)" }
        for member in report["undetermined"]?.object?.members ?? [] {
            lines.append("\(member.value.integer ?? 0)  undetermined: \(member.name)")
        }
        return lines
    }
}
