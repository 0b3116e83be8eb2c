import ConsultLog
import Facts
import Gateway
import Synchronization
import Testing
import XMLDocuments

@testable import AuthenticSources

@Suite("What the Crossroads Bank is asked")
struct KSZRequestTests {
    @Test("the request is valid, names the asked entry and the legal context, and no more")
    func request() async throws {
        let seen = Mutex<SourceRequest?>(nil)
        let harness = KSZHarness(schema: try #require(KSZSchemas.own))
        let client = try harness.client { request throws(SourceFailure) in
            seen.withLock { $0 = request }
            throw .unavailable(.unreachable)
        }
        await #expect(throws: SourceFailure.self) {
            _ = try await client.answer(
                about: KSZHarness.subject, using: KSZHarness.capability())
        }
        let request = try #require(seen.withLock { $0 })
        #expect(request.method == .post && request.url == "https://ksz.test/retrieveTI")
        #expect(
            request.headers.map { "\($0.name): \($0.value)" } == [
                "Content-Type: text/xml; charset=utf-8",
                #"SOAPAction: "http://kszbcss.fgov.be/RetrieveTIGroupsService/retrieveTI""#,
            ])
        for schema in KSZSchemas.all { #expect(KSZSchemas.accepts(schema, request.body)) }

        let document = try XMLElement(parsing: request.body)
        let payload = try #require(document.first("Body")?.children.first)
        #expect(payload.name == "retrieveTIGroupsRequest")
        #expect(
            payload.first(at: "informationCustomer", "ticket")?.text
                == KSZHarness.capability().asked.uuid.text)
        #expect(
            payload.first(at: "informationCustomer", "timestampSent")?.text
                == KSZHarness.moment.text)
        #expect(
            payload.first(at: "informationCustomer", "customerIdentification", "cbeNumber")?.text
                == "0206731645")
        #expect(payload["legalContext"] == "PARKING & <CO>")
        #expect(payload.first(at: "searchInformation", "ssin")?.text == KSZHarness.subject.digits)
        #expect(payload.first(at: "searchInformation", "language")?.text == "nl")
        #expect(payload.first(at: "searchInformation", "history")?.text == "false")
    }

    @Test("a request never prints what it holds")
    func hides() {
        let request = SourceRequest(.get, "https://div.test/?plateNr=1ABC123", headers: [])
        #expect(
            "\(request)" == "SourceRequest(GET)" && !String(reflecting: request).contains("1ABC"))
    }
}
