import Facts
import Gateway
import Testing
import XMLDocuments

@testable import AuthenticSources

@Suite("What is no answer of the Crossroads Bank")
struct KSZBadAnswerTests {
    let harness: KSZHarness

    init() throws { harness = KSZHarness(schema: try #require(KSZSchemas.own)) }

    private func failure(_ bytes: [UInt8], status: Int = 200) async -> SourceFailure? {
        do throws(SourceFailure) {
            _ = try await harness.person(bytes, status: status, [.personSex])
            return nil
        } catch {
            return error
        }
    }

    private static let message = KSZMessage(file: [
        PersonVectors.number("1985-07-30"), PersonVectors.schaerbeek,
    ])

    private static func fault(_ detail: String, code: String = "soap:Server") -> [UInt8] {
        Array(
            """
            <soap:Envelope xmlns:soap="\(KSZMessage.envelope)"><soap:Body><soap:Fault>\
            <faultcode>\(code)</faultcode><faultstring>An error occurred</faultstring>\(detail)\
            </soap:Fault></soap:Body></soap:Envelope>
            """.utf8)
    }

    private static func detail(_ element: String, _ reason: String) -> String {
        """
        <detail><v:retrieveTIGroupsFault xmlns:v="\(KSZMessage.service)">\
        <informationCBSS/><\(element)><severity>FATAL</severity><reasonCode>\(reason)</reasonCode>\
        </\(element)></v:retrieveTIGroupsFault></detail>
        """
    }

    @Test("a SOAP fault is a fault, whatever the HTTP status", arguments: [200, 500])
    func faults(_ status: Int) async {
        for (bytes, code) in [
            (Self.fault(Self.detail("detail", "MSG00003")), "MSG00003"),
            (Self.fault(Self.detail("error", "MSG00003")), "MSG00003"),
            (Self.fault(""), "Server"), (Self.fault("<detail/>", code: "Client"), "Client"),
            (Self.fault("", code: ""), "unreadable"),
            (Self.fault("", code: "85073090034"), "unreadable"),
            (Self.fault(Self.detail("detail", "85073090034"), code: "x y"), "unreadable"),
        ] {
            #expect(
                await failure(bytes, status: status) == .unintelligible(.fault(code: code)))
        }
    }

    @Test(
        "another HTTP status is what it says",
        arguments: [
            (429, SourceFailure.unavailable(.busy)), (503, .unavailable(.busy)),
            (504, .unavailable(.tooLate)), (502, .unavailable(.unreachable)),
            (500, .unavailable(.unreachable)), (401, .notAllowed(code: "HTTP 401")),
            (403, .notAllowed(code: "HTTP 403")),
            (404, .unintelligible(.fault(code: "HTTP 404"))),
            (301, .unintelligible(.fault(code: "HTTP 301"))),
            (204, .unintelligible(.fault(code: "HTTP 204"))),
        ])
    func status(_ status: Int, _ expected: SourceFailure) async throws {
        #expect(await failure(Array("<html/>".utf8), status: status) == expected)
        #expect(try await failure(Self.message.bytes(), status: status) == expected)
    }

    @Test("an answer cut off anywhere gives a failure and no fact")
    func truncated() async throws {
        let bytes = try Self.message.bytes()
        for end in stride(from: 0, to: bytes.count, by: 7) {
            #expect(
                await failure(Array(bytes[..<end])) == .unintelligible(.malformed),
                "cut at \(end)")
        }
        #expect(await failure(bytes) == nil)
    }

    @Test("any byte changed gives a failure or an answer, never a crash")
    func flipped() async throws {
        let bytes = try Self.message.bytes()
        for index in stride(from: 0, to: bytes.count, by: 3) {
            var changed = bytes
            changed[index] ^= 0x11
            _ = await failure(changed)
        }
    }

    @Test("a document type is refused")
    func documentType() async throws {
        let text = String(decoding: try Self.message.bytes(), as: UTF8.self)
        let bomb = text.replacing(
            "?>", with: "?><!DOCTYPE x [<!ENTITY a \"b\">]>", maxReplacements: 1)
        #expect(await failure(Array(bomb.utf8)) == .unintelligible(.malformed))
    }

    @Test("an answer larger than an answer may be is refused")
    func oversize() async throws {
        let space = [UInt8](repeating: 0x20, count: 2 << 20)
        #expect(try await failure(Self.message.bytes() + space) == .unintelligible(.tooLarge))
        var many = Self.message
        many.file?.append(
            r("LastUpdateDate", children: Array(repeating: r("Date"), count: 60_000)))
        #expect(try await failure(many.bytes()) == .unintelligible(.tooLarge))
    }

    @Test("what is not the response is refused by its place")
    func otherPayloads() async throws {
        var payload = Self.message.payload
        payload.name = "retrieveTIGroupsFault"
        #expect(
            await failure(try KSZMessage.bytes(payload)).map(Self.isOutsideSchema) == true)
        let request = RetrieveTIRequest(
            customer: try EnterpriseNumber(parsing: "0206731645"), language: .nl
        ).bytes(
            of: KSZHarness.subject, asked: KSZHarness.capability().asked, legalContext: "X",
            sent: KSZHarness.moment)
        #expect(
            await failure(request)
                == .unintelligible(.outsideSchema(element: "retrieveTIGroupsResponse")))
        let empty = XMLElement("Body", namespace: KSZMessage.envelope)
        let envelope = XMLElement("Envelope", namespace: KSZMessage.envelope, children: [empty])
        #expect(
            await failure(try KSZMessage.writer.document(envelope))
                == .unintelligible(.outsideSchema(element: "Body")))
    }

    @Test("an element whose name could be a number is not named")
    func veiledName() async throws {
        for (name, element) in [("n85073090034", "…"), ("Other1", "Other1")] {
            var payload = Self.message.payload
            payload.children.append(XMLElement(name))
            #expect(
                await failure(try KSZMessage.bytes(payload))
                    == .unintelligible(.outsideSchema(element: element)))
        }
    }

    @Test("a body of another namespace is not read in place of the validated one")
    func otherBody() async throws {
        var decoy = Self.message
        decoy.file = [PersonVectors.number("1985", sex: "1")]
        let body = XMLElement(
            "Body", namespace: KSZMessage.envelope, children: [Self.message.payload])
        let envelope = XMLElement(
            "Envelope", namespace: KSZMessage.envelope,
            children: [XMLElement("Body", namespace: "urn:x", children: [decoy.payload]), body])
        let reply = try await harness.person(
            KSZMessage.writer.document(envelope), [.personSex])
        guard case .found(let person) = reply.finding else {
            Issue.record("no person")
            return
        }
        #expect(person.sex == .female)
    }

    @Test(
        "a silent transport is silence",
        arguments: [
            SourceFailure.unavailable(.tooLate), .unavailable(.unreachable), .unavailable(.cutOff),
        ])
    func silence(_ silence: SourceFailure) async throws {
        let client = try harness.client { _ throws(SourceFailure) in throw silence }
        await #expect(throws: silence) {
            _ = try await KSZNationalRegister(client).person(
                KSZHarness.subject, [], using: KSZHarness.capability())
        }
    }

    private static func isOutsideSchema(_ failure: SourceFailure) -> Bool {
        if case .unintelligible(.outsideSchema) = failure { return true }
        return false
    }
}
