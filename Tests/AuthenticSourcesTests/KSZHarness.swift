import ConsultLog
import Facts
import TestSupport
import Testing
import XMLDocuments

@testable import AuthenticSources
@testable import Gateway

/// The adapters over canned answers.
struct KSZHarness {
    static let moment = Timestamp(milliseconds: 1_795_252_442_125)  // 2026-11-21
    static let deadline = Duration.milliseconds(2345)
    static let subject = ssin("85073090034")
    static let partner = ssin("60051290134")
    static let child = ssin("12030490256")

    let schema: XMLSchema

    func client(
        at moment: Timestamp = moment, today: CalendarDate = moment.utcDate,
        _ answer: @escaping @Sendable (SourceRequest) throws(SourceFailure) -> SourceResponse
    ) throws -> RetrieveTIGroupsClient {
        RetrieveTIGroupsClient(
            transport: CannedTransport(answer: answer), url: "https://ksz.test/retrieveTI",
            customer: try EnterpriseNumber(parsing: "0206731645"), language: .nl, schema: schema,
            now: { moment }, today: { today })
    }

    func client(answering bytes: [UInt8], status: Int = 200) throws -> RetrieveTIGroupsClient {
        try client { _ throws(SourceFailure) in SourceResponse(status: status, body: bytes) }
    }

    func person(
        _ bytes: [UInt8], status: Int = 200, _ attributes: Set<AttributeID>
    ) async throws(SourceFailure) -> SourceReply<Person> {
        guard let client = try? client(answering: bytes, status: status) else {
            throw .unavailable(.unreachable)
        }
        return try await KSZNationalRegister(client)
            .person(Self.subject, attributes, using: Self.capability())
    }

    static func capability() -> ConsultCapability {
        let id = UUIDv7(at: moment, random: (7, 9))
        return ConsultCapability(
            consult: ConsultID(id), asked: EntryID(id), legalContext: "PARKING & <CO>",
            deadline: deadline)
    }
}

/// A number that the tests know to be well formed; another would show in every test.
func ssin(_ digits: String) -> SSIN {
    guard let ssin = try? SSIN(parsing: digits) else { preconditionFailure("no SSIN") }
    return ssin
}

/// A date, `00` for what is unknown.
func when(_ text: String) -> IncompleteDate {
    guard let date = try? IncompleteDate(parsing: text) else { preconditionFailure("no date") }
    return date
}

func nis(_ digits: String) -> NISCode {
    guard let code = try? NISCode(parsing: digits) else { preconditionFailure("no NIS code") }
    return code
}

/// What a file says, and what the adapter must make of it.
struct FileVector<Fact: Sendable & Hashable>: Sendable, CustomTestStringConvertible {
    let name: String
    let file: [XMLElement]
    let attributes: Set<AttributeID>
    let expected: Result<Fact, SourceFailure>

    init(
        _ name: String, _ attributes: Set<AttributeID>, _ file: [XMLElement],
        _ expected: Fact
    ) {
        (self.name, self.file, self.attributes) = (name, file, attributes)
        self.expected = .success(expected)
    }

    init(
        _ name: String, _ attributes: Set<AttributeID>, _ file: [XMLElement],
        fails place: String
    ) {
        (self.name, self.file, self.attributes) = (name, file, attributes)
        expected = .failure(.unintelligible(.unexpectedValue(element: place)))
    }

    init(_ name: String, _ file: [XMLElement], _ expected: Fact) {
        self.init(name, [], file, expected)
    }

    init(_ name: String, _ file: [XMLElement], fails place: String) {
        self.init(name, [], file, fails: place)
    }

    var testDescription: String { name }

    /// Reads the file in several orders, under every schema at hand, among types of information
    /// that are not asked for.
    func check(
        _ read: (RetrieveTIGroupsClient) async throws(SourceFailure) -> Finding<Fact>
    ) async throws {
        var generator = SeededGenerator(
            seed: UInt64(name.utf8.reduce(0) { $0 &* 31 &+ Int($1) } & 0xFFFF))
        for schema in KSZSchemas.all {
            for round in 0..<4 {
                var parts = file + (round == 0 ? [] : Self.others(beside: file))
                if round > 1 { parts.shuffle(using: &generator) }
                let bytes = try KSZMessage(file: parts).bytes()
                #expect(KSZSchemas.accepts(schema, bytes), "the vector itself is outside a schema")
                let client = try KSZHarness(schema: schema).client(answering: bytes)
                let found: Result<Fact?, SourceFailure>
                do throws(SourceFailure) {
                    if case .found(let fact) = try await read(client) {
                        found = .success(fact)
                    } else {
                        found = .success(nil)
                    }
                } catch { found = .failure(error) }
                switch expected {
                case .success(let fact): #expect(found == .success(fact), "round \(round)")
                case .failure(let failure): #expect(found == .failure(failure), "round \(round)")
                }
            }
        }
    }

    /// Types of information that no vector asks for.
    private static func others(beside file: [XMLElement]) -> [XMLElement] {
        [
            r(
                "Nationalities",
                r(
                    "Nationality", date("Date", "1985-07-30"),
                    coded("Nationality", "150", "Belg"))),
            r("LastUpdateDate", date("Date", "2026-01-02")),
        ].filter { other in !file.contains { $0.name == other.name } }
    }
}
