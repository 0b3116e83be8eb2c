import ArgumentParser
import Facts
import Foundation
import ParkingCards
import StrictYAML

/// Prints a regulation in words.
struct ParkingExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Print a regulation as a citizen would read it, in Dutch and French.")

    @Argument(help: "A regulation file.")
    var file: String

    @Option(help: "The day whose rules are explained, 2026-03-10.")
    var on: String

    @Option(help: "The day as of which they are known; by default the same day.")
    var known: String?

    @Option(help: "nl or fr; both by default.")
    var language: String?

    func run() async throws {
        let day = try Self.day(on, "--on")
        let known = try known.map { try Self.day($0, "--known") } ?? day
        var languages: [Language] = [.nl, .fr]
        if let language {
            guard let one = Language(rawValue: language), languages.contains(one) else {
                throw ValidationError("--language must be nl or fr")
            }
            languages = [one]
        }
        let bytes = try LoadedDocuments.contents(of: file)
        let regulation: Regulation
        do throws(YAMLIssues) {
            regulation = try Regulation(parsing: bytes)
        } catch {
            throw UsageError("\(file) is no valid regulation:\n\(error)")
        }
        let texts = languages.map { language in
            RegulationExplanation(of: regulation, on: day, asKnownOn: known, in: language)
                .lines.joined(separator: "\n")
        }
        print(texts.joined(separator: "\n\n"))
    }

    private static func day(_ text: String, _ option: String) throws -> CalendarDate {
        guard let day = try? CalendarDate(parsing: text), (1900...2100).contains(day.year) else {
            throw ValidationError("\(option) must be a day from 1900 to 2100, 2026-03-10")
        }
        return day
    }
}
