import ArgumentParser
import CanonicalJSON
import Foundation
import LogSearch

extension LogCommand {
    /// Searches the log.
    struct Search: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "search",
            abstract: "Search the log; the search is itself recorded in it, with its reason.",
            discussion: """
                Newest first. What is confidential stays closed but for what --disclose names, \
                each disclosure being recorded under the number of whom it is about.

                The number of a subject never stands on the command line, where others and the \
                shell's history would see it: --subject says what kind of number it is, and the \
                number is read from the standard input, as are --official and --dossier when \
                they are "-", in this order, one a line.
                """)

        /// Whose number is read.
        enum SubjectType: String, ExpressibleByArgument, CaseIterable {
            case ssin
            case plate
            case enterpriseNumber = "enterprise"

            var member: String {
                switch self {
                case .ssin: "ssin"
                case .plate: "plate"
                case .enterpriseNumber: "enterpriseNumber"
                }
            }
        }

        @OptionGroup var configuration: ConfigurationOption

        @Option(help: "Why you look; it is recorded.")
        var reason: String
        @Option(help: "About whom: the number is read from the standard input.")
        var subject: SubjectType?
        @Option(help: "For which official; - to read it from the standard input.")
        var official: String?
        @Option(help: "In which dossier; - to read it from the standard input.")
        var dossier: String?
        @Option(help: "Which organisation asked, by its enterprise number.")
        var organisation: String?
        @Option(help: "Which application asked.")
        var application: String?
        @Option(help: "For which purpose.")
        var purpose: String?
        @Option(help: "Under which authorisation.")
        var authorisation: String?
        @Option(help: "Which source was asked.")
        var source: String?
        @Option(help: "With which outcome.")
        var outcome: String?
        @Option(help: "Which kind of entry.")
        var kind: String?
        @Option(help: "From this day on (yyyy-mm-dd, UTC).")
        var from: String?
        @Option(help: "Up to this day, it included.")
        var until: String?
        @Option(help: "Lay these confidential fields open: subject, official, dossier, …")
        var disclose: [String] = []
        @Option(help: "In which form.")
        var format = SearchFormat.text
        @Option(help: "At most so many entries.")
        var limit = 50
        @Option(help: "Go on where an earlier page ended.")
        var cursor: String?

        func validate() throws {
            guard (1...SearchRequest.mostEntries).contains(limit) else {
                throw ValidationError("--limit must be from 1 to \(SearchRequest.mostEntries)")
            }
        }

        func run() async throws {
            let question = try question()
            let reply = try await DataDirectoryAccess(try configuration.read()).search(question)
            if let header = format.header { print(header, terminator: "") }
            for line in reply["lines"]?.array ?? [] { print(line.string ?? "", terminator: "") }
            var notes = ["Complete up to \(reply["complete"]?.integer ?? 0) entries of the log."]
            if let cursor = reply["cursor"]?.string { notes.append("More with --cursor \(cursor)") }
            FileHandle.standardError.write(Data((notes.joined(separator: "\n") + "\n").utf8))
        }

        private func question() throws -> JSONValue {
            var question: JSONObject = [
                "reason": .string(reason), "format": .string(format.rawValue),
                "limit": .integer(Int64(limit)),
            ]
            if let subject {
                question["subject"] = [
                    subject.member: .string(try Self.line("The number of the subject: "))
                ]
            }
            question["official"] = try Self.value(official, "The official: ")
            question["dossier"] = try Self.value(dossier, "The dossier: ")
            let clear = [
                "organisation": organisation, "application": application, "purpose": purpose,
                "authorisation": authorisation, "source": source, "outcome": outcome,
                "kind": kind, "from": from, "until": until, "cursor": cursor,
            ]
            for (name, value) in clear {
                question[name] = value.map { .string($0) } ?? question[name]
            }
            if !disclose.isEmpty { question["disclose"] = .array(disclose.map { .string($0) }) }
            return .object(question)
        }

        private static func value(_ given: String?, _ prompt: String) throws -> JSONValue? {
            guard let given else { return nil }
            return .string(given == "-" ? try line(prompt) : given)
        }

        /// Reads a line; asks for it when somebody sits there.
        private static func line(_ prompt: String) throws -> String {
            if isatty(STDIN_FILENO) == 1 { FileHandle.standardError.write(Data(prompt.utf8)) }
            guard let line = readLine() else {
                throw ValidationError("the standard input ended before what is searched for")
            }
            return line
        }
    }

    /// Makes the search index anew.
    struct Reindex: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "reindex", abstract: "Make the search index anew from the log.",
            discussion: """
                Searches find less meanwhile, and say so. Nothing is lost when it is ended: it \
                goes on with the next search or when the gateway runs.
                """)

        @OptionGroup var configuration: ConfigurationOption

        func run() async throws {
            let bar = ProgressBar(isShown: isatty(STDERR_FILENO) == 1)
            let count = try await DataDirectoryAccess(try configuration.read()).reindex {
                bar.show($1 > 0 ? Double($0) / Double($1) : 0)
            }
            bar.end()
            print("The search index holds \(count) entries.")
        }
    }
}
