import ConsultLog
import Facts
import Foundation
import Testing

@testable import Gateway
@testable import KBOOpenData

struct RegisterTests {
    private let folder: ReplicaFolder
    private let register: KBOEnterpriseRegister

    init() async throws {
        folder = try ReplicaFolder()
        try await folder.importFull(.full())
        register = KBOEnterpriseRegister(folder.replica)
    }

    static let all = AttributeID.allCases.filter { $0.group == .enterprise }

    @Test("everything asked is answered as the register has it")
    func everything() async throws {
        let found = try #require(
            try await register.found("0200065765", Set(Self.all)))
        #expect(found.status == .active)
        #expect(found.juridicalSituation == CodedValue(code: "000", label: "Normale toestand"))
        #expect(found.kind == .legalPerson)
        #expect(
            found.juridicalForm == CodedValue(code: "416", label: "Dienstverlenende vereniging"))
        #expect(found.started == CalendarDate(year: 1960, month: 8, day: 9))
        #expect(
            found.names == [
                EnterpriseName(
                    text: "Maatschappij \"De Brug\", coöperatief", kind: .name, language: "2"),
                EnterpriseName(text: "LE PONT", kind: .abbreviation, language: "1"),
            ])
        #expect(
            found.seat
                == Address(
                    street: "Eikstraat", houseNumber: "16", box: "b1", postCode: "1030",
                    municipality: NISCode(.schaerbeek), locality: "Schaarbeek"))
        #expect(found.establishments?.map(\.number.digits) == ["2000000339", "2000000438"])
        #expect(found.establishments?.first?.address?.municipality == NISCode(.cityOfBrussels))
        #expect(found.establishments?.last?.address == nil)
        #expect(
            found.activities == [
                EnterpriseActivity(naceVersion: "2025", naceCode: "84130", classification: "MAIN"),
                EnterpriseActivity(naceVersion: "2008", naceCode: "41101", classification: "SECO"),
            ])
    }

    @Test("what was not asked is not there", arguments: all)
    func onlyOne(attribute: AttributeID) async throws {
        let whole = try #require(try await register.found("0200065765", Set(Self.all)))
        let found = try #require(try await register.found("0200065765", [attribute]))
        var expected = Enterprise(number: whole.number)
        switch attribute {
        case .enterpriseStatus: expected.status = whole.status
        case .enterpriseSituation: expected.juridicalSituation = whole.juridicalSituation
        case .enterpriseKind: expected.kind = whole.kind
        case .enterpriseForm: expected.juridicalForm = whole.juridicalForm
        case .enterpriseStarted: expected.started = whole.started
        case .enterpriseNames: expected.names = whole.names
        case .enterpriseSeat: expected.seat = whole.seat
        case .enterpriseEstablishments:
            // Their activities are asked for with those of the enterprise.
            expected.establishments = whole.establishments?.map {
                Establishment(number: $0.number, started: $0.started, address: $0.address)
            }
        case .enterpriseActivities: expected.activities = whole.activities
        default: Issue.record("an attribute of another group")
        }
        #expect(found == expected)
        #expect(found != Enterprise(number: whole.number))
    }

    @Test("a sole trader has no seat, no form, and an establishment")
    func naturalPerson() async throws {
        let found = try #require(try await register.found("0885123416", Set(Self.all)))
        #expect(found.kind == .naturalPerson)
        #expect(found.seat == nil)
        #expect(found.juridicalForm == nil)
        #expect(found.juridicalSituation == CodedValue(code: "012", label: nil))
        #expect(found.establishments?.first?.address?.street == "Rue Haute")
        #expect(found.establishments?.first?.address?.locality == "Liège")
        #expect(found.establishments?.first?.address?.municipality == nil)
    }

    @Test("an address that was struck off is one no more")
    func struckOff() async throws {
        let found = try #require(try await register.found("0200068636", [.enterpriseSeat]))
        #expect(found.seat == nil)
    }

    @Test("labels and places come in French when French is asked")
    func french() async throws {
        let register = KBOEnterpriseRegister(folder.replica, language: .fr)
        let found = try #require(try await register.found("0200065765", Set(Self.all)))
        #expect(found.juridicalSituation?.label == "Situation normale")
        #expect(found.juridicalForm?.label == "Dienstverlenende vereniging")
        #expect(found.seat?.street == "Rue du Chêne")
    }

    @Test("through the port: the ticket names the extract, an unknown number is unknown")
    func port() async throws {
        let reply = try await register.enterprise(
            try EnterpriseNumber(base: 4_034_498), [.enterpriseStatus],
            using: Self.capability(.seconds(600)))
        #expect(reply.ticket?.text == "kbo-140-2025-05-30")
        guard case .unknown = reply.finding else {
            Issue.record("it should be unknown")
            return
        }
    }

    @Test("a replica on a disk that hangs is late when the time of the look-up is over")
    func late() async throws {
        let path = folder.replica.path
        try FileManager.default.removeItem(atPath: path)
        // Opening a pipe for reading takes until somebody opens it for writing.
        try #require(unsafe mkfifo(path, 0o600) == 0)
        await #expect(throws: SourceFailure.unavailable(.tooLate)) {
            try await register.enterprise(
                try EnterpriseNumber(base: 4_034_498), [], using: Self.capability(.zero))
        }
        // Lets the thread go that still waits.
        let writer = unsafe open(path, O_RDWR | O_NONBLOCK)
        try #require(writer >= 0)
        close(writer)
    }

    private static func capability(_ deadline: Duration) -> ConsultCapability {
        let id = UUIDv7(at: Timestamp(milliseconds: 0), random: (1, 2))
        return ConsultCapability(
            consult: ConsultID(id), asked: EntryID(id), legalContext: "", deadline: deadline)
    }

    @Test("a code without published meaning is no answer")
    func unknownCode() async throws {
        var extract = SampleExtract.full()
        extract["denomination.csv"] += "\"0200.068.636\",\"2\",\"009\",\"Naam\"\n"
        try await folder.importFull(extract)
        await #expect(
            throws: SourceFailure.unintelligible(.unexpectedValue(element: "TypeOfDenomination"))
        ) { try await register.found("0200068636", [.enterpriseNames]) }
        #expect(try await register.found("0200068636", [.enterpriseStatus])?.status == .active)
    }

    @Test("no replica, or something else in its place, is no answer")
    func noReplica() async throws {
        let path = folder.replica.path
        try FileManager.default.removeItem(atPath: path)
        await #expect(throws: SourceFailure.unavailable(.unreachable)) {
            try await register.found("0200068636", [])
        }
        try Data(repeating: 7, count: 9000).write(to: URL(filePath: path))
        await #expect(throws: SourceFailure.unintelligible(.malformed)) {
            try await register.found("0200068636", [])
        }
        try FileManager.default.removeItem(atPath: path)
        try Data().write(to: URL(filePath: path))
        await #expect(throws: SourceFailure.unintelligible(.malformed)) {
            try await register.found("0200068636", [])
        }
    }

    @Test("imports swap the replica under readers and none of them is lost")
    func swaps() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<4 {
                group.addTask { [register] in
                    for _ in 0..<50 {
                        let found = try await register.found("0200065765", Set(Self.all))
                        #expect(found != nil)
                    }
                }
            }
            for number in 141...145 {
                try await folder.importFull(.full(number: number))
            }
            try await group.waitForAll()
        }
        let number = try EnterpriseNumber(parsing: "0200065765")
        #expect(try await register.look(up: number, []).ticket?.text == "kbo-145-2025-05-30")
    }
}
