import Facts
import Gateway
import Testing
import XMLDocuments

@testable import AuthenticSources

@Suite("What an answer of the Crossroads Bank means")
struct KSZAnswerTests {
    let harness: KSZHarness

    init() throws { harness = KSZHarness(schema: try #require(KSZSchemas.own)) }

    private func outcome(
        _ message: KSZMessage, status: Int = 200,
        _ attributes: Set<AttributeID> = [.personVitalStatus]
    ) async throws -> Result<Finding<Person>, SourceFailure> {
        let bytes = try message.bytes()
        for schema in KSZSchemas.all {
            #expect(KSZSchemas.accepts(schema, bytes), "the message itself is outside a schema")
        }
        do throws(SourceFailure) {
            return .success(try await harness.person(bytes, status: status, attributes).finding)
        } catch {
            return .failure(error)
        }
    }

    private func failure(
        _ message: KSZMessage, status: Int = 200
    ) async throws -> SourceFailure? {
        if case .failure(let failure) = try await outcome(message, status: status) {
            return failure
        }
        return nil
    }

    @Test("every known code has one meaning", arguments: KSZStatus.allCases)
    func codeHasMeaning(_ status: KSZStatus) async throws {
        var message = KSZMessage(
            value: status.meaning == .file ? "DATA_FOUND" : "NO_RESULT", code: status.rawValue)
        message.information = [("newSSIN", KSZHarness.partner.digits)]
        if status.meaning == .file { message.file = [] }
        switch (status.meaning, try await outcome(message)) {
        case (.file, .success(.found(let person))): #expect(person.vitalStatus == .alive)
        case (.unknown, .success(.unknown)): break
        case (.replaced, .success(.replaced(let ssin))): #expect(ssin == KSZHarness.partner)
        case (.deceased, .success(.found(let person))):
            #expect(person.vitalStatus == .deceased(on: nil))
        case (.notAllowed, .failure(let failure)):
            #expect(failure == .notAllowed(code: status.rawValue))
        case (.fault, .failure(let failure)):
            #expect(failure == .unintelligible(.fault(code: status.rawValue)))
        case (.silent, .failure(let failure)): #expect(failure == .unavailable(.unreachable))
        default: Issue.record("\(status.rawValue) came out as something else")
        }
    }

    @Test(
        "the published codes mean what is published",
        arguments: [
            ("MSG00000", KSZStatus.Meaning.file), ("MSG00005", .unknown), ("MSG00006", .replaced),
            ("MSG00008", .fault), ("MSG00009", .deceased), ("MSG00011", .fault),
            ("MSG00012", .notAllowed), ("MSG00013", .notAllowed), ("MSG00015", .notAllowed),
            ("MSG00021", .notAllowed), ("MSG00100", .unknown), ("HAN20200", .silent),
        ])
    func table(_ code: String, _ meaning: KSZStatus.Meaning) {
        #expect(KSZStatus(rawValue: code)?.meaning == meaning)
        #expect(KSZStatus.allCases.count == 12)
    }

    @Test("an unknown code tells nothing", arguments: ["MSG00001", "", "msg00000", "85073090034"])
    func unknownCode(_ code: String) async throws {
        for value in ["DATA_FOUND", "NO_DATA_FOUND", "NO_RESULT"] {
            #expect(
                try await failure(KSZMessage(value: value, code: code, file: []))
                    == .unintelligible(.unexpectedValue(element: "status/code")))
        }
    }

    @Test("a status that contradicts itself tells nothing")
    func contradiction() async throws {
        for message in [
            KSZMessage(value: "NO_RESULT", code: "MSG00000", file: []),
            KSZMessage(value: "DATA_FOUND", code: "MSG00005"),
        ] {
            #expect(
                try await failure(message)
                    == .unintelligible(.unexpectedValue(element: "status/value")))
        }
    }

    @Test("found without a file is no answer")
    func noFile() async throws {
        #expect(
            try await failure(KSZMessage())
                == .unintelligible(.outsideSchema(element: "rrn_it_implicit")))
    }

    @Test("a new number that is none is not followed", arguments: ["", "85073090035", "x", nil])
    func garbledNewNumber(_ text: String?) async throws {
        let message = KSZMessage(
            value: "NO_RESULT", code: "MSG00006", information: [("newSSIN", text)])
        #expect(
            try await failure(message)
                == .unintelligible(.unexpectedValue(element: "status/information/newSSIN")))
    }

    @Test("a death told by the status has the best date there is")
    func deceased() async throws {
        func died(_ on: String?, _ file: [XMLElement]?) async throws -> VitalStatus? {
            let message = KSZMessage(
                value: "NO_DATA_FOUND", code: "MSG00009",
                information: [("ssin", "x"), ("deceiseDate", on)], file: file)
            guard case .success(.found(let person)) = try await outcome(message) else {
                return nil
            }
            return person.vitalStatus
        }
        let inFile = r("Deceases", PersonVectors.died("2025-12-24", PersonVectors.act))
        #expect(try await died("2025-12-23", nil) == .deceased(on: when("2025-12-23")))
        #expect(try await died("2025-12-00", []) == .deceased(on: when("2025-12-00")))
        #expect(try await died(nil, nil) == .deceased(on: nil))
        #expect(try await died("", nil) == .deceased(on: nil))
        #expect(try await died("2025-12-23", [inFile]) == .deceased(on: when("2025-12-24")))
        #expect(try await died("24/12/2025", nil) == nil)
    }

    @Test("a death that nobody asked for is dropped, and leaves no household or licence")
    func deceasedCutDown() async throws {
        let message = KSZMessage(value: "NO_DATA_FOUND", code: "MSG00009")
        guard case .success(.found(let person)) = try await outcome(message, [.personName]) else {
            Issue.record("no person")
            return
        }
        #expect(person == PersonVectors.person())
        let client = try harness.client(answering: message.bytes())
        let head = try await KSZNationalRegister(client).householdHead(
            of: KSZHarness.subject, using: KSZHarness.capability())
        guard case .found(.none) = head.finding else {
            Issue.record("a household")
            return
        }
        await #expect(throws: SourceFailure.self) {
            _ = try await KSZNationalRegister(client).householdMembers(
                ofHead: KSZHarness.subject, using: KSZHarness.capability())
        }
        let licences = try await KSZDrivingLicences(client).licences(
            of: KSZHarness.subject, [], using: KSZHarness.capability())
        guard case .found([]) = licences.finding else {
            Issue.record("a licence")
            return
        }
    }

    @Test("an answer about somebody else is refused, wherever it says so")
    func anotherSubject() async throws {
        let other = KSZMessage(asked: KSZHarness.partner.digits, file: [])
        #expect(try await failure(other) == .unintelligible(.anotherSubject))
        for code in ["MSG00005", "MSG00006", "MSG00009"] {
            let message = KSZMessage(
                asked: KSZHarness.partner.digits, value: "NO_RESULT", code: code)
            #expect(try await failure(message) == .unintelligible(.anotherSubject))
        }
        var number = PersonVectors.number("1960")
        number.children[0].children[0].text = KSZHarness.partner.digits
        #expect(
            try await failure(KSZMessage(file: [number])) == .unintelligible(.anotherSubject))
    }

    @Test("a ticket is kept, and none is no failure")
    func ticket() async throws {
        let message = KSZMessage(value: "NO_RESULT", code: "MSG00005", ticket: nil)
        let reply = try await harness.person(message.bytes(), [])
        #expect(reply.ticket == nil && reply.received.isEmpty)
    }
}
