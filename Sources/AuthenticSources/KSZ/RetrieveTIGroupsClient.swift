import ConsultLog
import Facts
import Gateway
import XMLDocuments

/// The operation `retrieveTI` of `RetrieveTIGroups` v2 of the Crossroads Bank for Social Security
/// (KSZ, BCSS): the National Register's file of one person, by SOAP 1.1 over mutual TLS.
///
/// Every answer is validated against a schema before anything is read from it.
public struct RetrieveTIGroupsClient: Sendable {
    private let now: @Sendable () -> Timestamp
    /// The day in Belgium, on which periods are judged.
    let today: @Sendable () -> CalendarDate
    private let transport: any SourceTransport
    private let url: String
    private let request: RetrieveTIRequest
    private let schema: XMLSchema
    private let limits: XMLLimits

    init(
        transport: any SourceTransport, url: String, customer: EnterpriseNumber,
        language: KSZLanguage, schema: XMLSchema, limits: XMLLimits = .standard,
        now: @escaping @Sendable () -> Timestamp, today: @escaping @Sendable () -> CalendarDate
    ) {
        self.transport = transport
        self.url = url
        self.schema = schema
        self.limits = limits
        self.now = now
        self.today = today
        request = RetrieveTIRequest(customer: customer, language: language)
    }

    /// Asks for the file of one person and reads what kind of answer came.
    ///
    /// - Throws: ``SourceFailure``; never for an unknown person.
    func answer(
        about ssin: SSIN, using capability: consuming ConsultCapability
    ) async throws(SourceFailure) -> KSZAnswer {
        let deadline = capability.deadline
        let body = request.bytes(
            of: ssin, asked: capability.asked, legalContext: capability.legalContext,
            sent: now())
        let response = try await transport.exchange(
            SourceRequest(.post, url, headers: Self.headers, body: body), within: deadline)
        return try read(response, about: ssin)
    }

    private static let headers = [
        (name: "Content-Type", value: "text/xml; charset=utf-8"),
        // SOAP 1.1 §6.1.1: the value is a quoted URI.
        (
            name: "SOAPAction",
            value: "\"http://kszbcss.fgov.be/RetrieveTIGroupsService/retrieveTI\""
        ),
    ]

    /// Reads an answer. A SOAP fault comes with status 500 (SOAP 1.1 §6.2); one with status 200 is
    /// a fault all the same.
    func read(
        _ response: SourceResponse, about ssin: SSIN
    ) throws(SourceFailure) -> KSZAnswer {
        guard response.status == 200 || response.status == 500 else {
            throw SourceFailure(status: response.status)
        }
        let document: XMLElement
        do throws(XMLFailure) {
            document = try XMLElement(
                parsing: response.body, limits: limits, validatedAgainst: schema,
                validating: .soapBody)
        } catch {
            // A broken page behind status 500 is a service that is down, not an answer.
            guard response.status == 200 else { throw SourceFailure(status: response.status) }
            throw SourceFailure(error)
        }
        let answer = try KSZAnswer(document, about: ssin)
        guard response.status == 200 else { throw SourceFailure(status: response.status) }
        return answer
    }
}
