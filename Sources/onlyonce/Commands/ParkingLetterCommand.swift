import ArgumentParser
import CanonicalJSON
import Facts
import Foundation
import ParkingCards

/// Writes the letter about a decision that is made again from its stored inputs.
struct ParkingLetterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "letter",
        abstract: "Write the letter about a decision, from the inputs that were stored with it.",
        discussion: """
            The decision is made again under the regulation of its municipality, as it was known \
            then. A letter about a refusal that nobody has confirmed is a draft for the official \
            and never to be sent: --confirmed-on says that an official confirmed it.

            Exit codes: 0 when a letter was written, 1 when there is none to write (nobody writes \
            to the deceased), 2 when the inputs cannot be read.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case html
        case json
    }

    @Argument(help: "A file with stored inputs (decision-inputs/0.1).")
    var inputs: String

    @Option(help: "nl or fr; by default the language of the decision.")
    var language: String?

    @Option(help: "html or json.")
    var format = Format.html

    @Option(help: "The folder of regulations.")
    var regulations = "Contracts/regulations"

    @Option(help: "The day on which an official confirmed the decision, 2026-03-12.")
    var confirmedOn: String?

    @Option(help: "By which the applicant knows the application.")
    var reference: String?

    func run() async throws {
        let language = try language.map(Self.language)
        let confirmed = try confirmedOn.map(Self.day)
        guard let inputs = try? DecisionInputs(parsing: LoadedDocuments.contents(of: inputs))
        else {
            Self.complain("\(inputs) holds no stored inputs of a decision")
            throw ExitCode(2)
        }
        let loaded = try LoadedRegulations(regulations)
        guard let regulation = loaded.byMunicipality[inputs.municipality] else {
            throw UsageError("\(regulations) has no regulation of \(inputs.municipality.digits)")
        }
        var particulars = LetterParticulars(inputs)
        particulars.confirmedOn = confirmed
        particulars.reference = reference
        let letter: Letter
        do {
            letter = try Letter(
                decision: regulation.decide(inputs), regulation: regulation,
                frame: loaded.regions.first {
                    $0.municipalities.contains(regulation.municipality)
                }, language: language, about: particulars)
        } catch let reason as NoLetter {
            Self.complain("there is no letter: \(Self.words(for: reason))")
            throw ExitCode(1)
        } catch is NoRuleInForce {
            Self.complain("the regulation has no such card on that day")
            throw ExitCode(1)
        }
        let bytes =
            switch format {
            case .html: letter.html
            case .json: try letter.canonicalBytes()
            }
        try FileHandle.standardOutput.write(contentsOf: Data(bytes))
    }

    private static func words(for reason: NoLetter) -> String {
        switch reason {
        case .applicantDeceased: "an official handles the file of a deceased applicant"
        case .languageNotOffered: "the municipality does not decide in that language"
        case .noTexts: "the regulation has no section letter"
        case .anotherRegulation: "the decision rests on another text of the regulation"
        case .overridden: "two officials granted the card against the rules"
        }
    }

    private static func language(_ text: String) throws -> Language {
        guard let language = Language(rawValue: text), language != .en else {
            throw ValidationError("--language must be nl or fr")
        }
        return language
    }

    private static func day(_ text: String) throws -> CalendarDate {
        guard let day = try? CalendarDate(parsing: text), (1900...2100).contains(day.year) else {
            throw ValidationError("--confirmed-on must be a day from 1900 to 2100, 2026-03-12")
        }
        return day
    }

    private static func complain(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data("\(text)\n".utf8))
    }
}
