import CanonicalJSON
import ConsultLogFakes
import Facts
import Testing

@testable import ConsultLog

@Suite("an entry without its keys tells no fact")
struct EntryShapeTests {
    private let samples: LogSamples
    private let bench: LogBench

    init() async throws {
        samples = try LogSamples()
        bench = try await LogBench(InMemoryConsultLogStorage())
    }

    /// What a source may say of a person, and the types of information that come with it.
    private struct Situation {
        var received: Set<InformationType>?
        var stated: StatedOutcome?

        init(
            isDead: Bool, isHead: Bool, isProtected: Bool, licences: Set<InformationType>,
            stated: StatedOutcome?
        ) {
            var types: Set<InformationType> = ["000", "001", "010", "020", "100", "120"]
            if isDead { types.insert("150") }
            types.insert(isHead ? "140" : "141")
            if isProtected { types.insert("252") }
            received = types.union(licences)
            self.stated = stated
        }
    }

    private var situations: [Situation] {
        let licences: [Set<InformationType>] = [[], ["191"], ["194"], ["191", "194"]]
        let outcomes: [StatedOutcome?] = [
            nil, .nothing, .deceased, .answer(true), .answer(false), .answer(nil),
            .number(12),
        ]
        var situations: [Situation] = []
        for flags in 0..<8 {
            for licences in licences {
                for stated in outcomes {
                    situations.append(
                        Situation(
                            isDead: flags & 1 > 0, isHead: flags & 2 > 0,
                            isProtected: flags & 4 > 0, licences: licences, stated: stated))
                }
            }
        }
        return situations
    }

    @Test(
        "dead or alive, head or member, with a licence or without: one shape and one length",
        arguments: SubjectRole.allCases)
    func hasOneShape(_ role: SubjectRole) async throws {
        let consult = bench.log.newConsult()
        let person = Subject.person(try samples.person())
        let asked = try await bench.log.append(samples.asked(in: consult, about: person))
        let situations = situations
        _ = try await bench.log.append(
            situations.map { situation in
                samples.answered(
                    asked, in: consult, role: role, subject: role == .listed ? person : nil,
                    received: situation.received, stated: situation.stated)
            })
        let answered = try await bench.reader.entries().map(\.entry).dropFirst()
        #expect(answered.count == situations.count)
        #expect(Set(answered.map(\.bytes.count)).count == 1)
        #expect(Set(try answered.map { try shape(of: $0) }).count == 1)
    }

    @Test("whoever gives nothing to box gets the same boxes", arguments: OutcomeClass.allCases)
    func boxesNothingToo(_ outcome: OutcomeClass) async throws {
        let consult = bench.log.newConsult()
        let asked = try await bench.log.append(
            samples.asked(in: consult, about: .person(try samples.person())))
        func answered(_ confidences: Confidences) -> EntryDraft {
            EntryDraft(
                consult: consult,
                body: .answered(
                    Answered(
                        asked: asked.asAsked, outcome: outcome, retention: samples.retention)),
                confidences: confidences)
        }
        _ = try await bench.log.append([
            answered(Confidences()), answered(Confidences(received: ["150"], stated: .deceased)),
        ])
        let entries = try await bench.reader.entries().map(\.entry).dropFirst()
        #expect(Set(try entries.map { try shape(of: $0) }).count == 1)
        let first = try #require(entries.first)
        #expect(try first.open(.received, using: bench.keys).value == .received([]))
        #expect(try first.open(.stated, using: bench.keys).value == .stated(.nothing))
    }

    @Test("an outcome that lacks a box is no entry", arguments: ["received", "stated"])
    func demandsBoth(_ field: String) async throws {
        let consult = bench.log.newConsult()
        let asked = try await bench.log.append(
            samples.asked(in: consult, about: .person(try samples.person())))
        _ = try await bench.log.append(samples.answered(asked, in: consult))
        let entry = try #require(try await bench.reader.entries().last?.entry)
        let changed = try JSONValue(parsing: entry.bytes).without(field)
        #expect(throws: EntryFailure.self) { try Entry(parsing: changed.canonicalBytes()) }
    }

    /// The entry with everything random, or made of something random, cut down to its length.
    private func shape(of entry: Entry) throws -> [UInt8] {
        try JSONValue(parsing: entry.bytes).blanked(["box", "hash", "id", "nonce"])
            .canonicalBytes()
    }
}

extension JSONValue {
    /// The value with the text of the members so named replaced by as many dashes.
    fileprivate func blanked(_ names: Set<String>) -> JSONValue {
        guard var object else { return self }
        for member in object.members {
            if names.contains(member.name), let text = member.value.string {
                object[member.name] = .string(String(repeating: "-", count: text.utf8.count))
            } else {
                object[member.name] = member.value.blanked(names)
            }
        }
        return .object(object)
    }

    /// The value without the members so named.
    fileprivate func without(_ name: String) -> JSONValue {
        guard var object else { return self }
        object[name] = nil
        for member in object.members { object[member.name] = member.value.without(name) }
        return .object(object)
    }
}
