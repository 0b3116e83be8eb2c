import Facts
import HTTPTypes
import XMLDocuments

/// Answers `RetrieveTIGroups` v2, operation `retrieveTI`, as the Crossroads Bank does: the whole
/// file of the person, whatever was needed. It knows nothing of the network.
struct KSZSimulator: Sendable {
    /// The published path of the operation.
    static let path = "/SOA4520/RetrieveTIGroupsService/v2/retrieveTI"

    private struct FileKey: Hashable, Sendable {
        let ssin: SSIN
        let language: Language
        let history: Bool
    }

    let population: Population
    /// Legal contexts that get `MSG00013`.
    let refusedLegalContexts: Set<String>
    /// Enterprise numbers of organisations that get `MSG00015`.
    let refusedOrganisations: Set<String>
    let now: @Sendable () -> Timestamp
    let newTicket: @Sendable () -> String
    private let files = BoundedCache<FileKey, Result<[UInt8], XMLWriterFailure>>(
        limit: 20_000)

    init(
        population: Population, refusedLegalContexts: Set<String>,
        refusedOrganisations: Set<String>, now: @escaping @Sendable () -> Timestamp,
        newTicket: @escaping @Sendable () -> String
    ) {
        self.population = population
        self.refusedLegalContexts = refusedLegalContexts
        self.refusedOrganisations = refusedOrganisations
        self.now = now
        self.newTicket = newTicket
    }

    /// Answers the bytes of one request, with the fault that hits it.
    func reply(
        to request: some Collection<UInt8>, fault: Fault.Kind?
    ) throws(XMLWriterFailure) -> SimulatedReply {
        let received = now()
        if fault == .soapFault {
            return try soapFault("Server", "An internal error occurred.", "MSG00003", received)
        }
        let question: RetrieveTIQuestion
        do throws(RetrieveTIQuestion.Malformed) {
            question = try RetrieveTIQuestion(parsing: request)
        } catch {
            let text =
                switch error {
                case .notXML: "The request is not well formed."
                case .notThisRequest: "The request is not one of this service."
                case .outsideTheSchema: "The request is outside its schema."
                }
            return try soapFault("Client", text, "MSG00008", received)
        }
        return SimulatedReply(
            .ok, contentType: "text/xml; charset=utf-8",
            body: try answer(question, received: received, fault: fault))
    }

    private func answer(
        _ question: RetrieveTIQuestion, received: Timestamp, fault: Fault.Kind?
    ) throws(XMLWriterFailure) -> [UInt8] {
        // A stale answer is the one to somebody's request of two days ago.
        let age: Int64 = fault == .stale ? 2 * 86_400_000 : 0
        var answer = RetrieveTIAnswer(
            question: fault == .stale ? question.withoutTicket : question, ticket: newTicket(),
            received: Timestamp(milliseconds: received.milliseconds - age),
            replied: Timestamp(milliseconds: now().milliseconds - age), status: .dataFound)
        if case .statusCode(let code) = fault {
            answer.status = code
            answer.information = information(for: code, question)
            guard code == .dataFound else { return try answer.bytes() }
        }
        guard let ssin = subject(of: question, &answer) else { return try answer.bytes() }
        var subject = ssin
        if fault == .anotherSubject { subject = other(than: ssin) }
        let file = try file(subject, question)
        return try answer.bytes(with: file, statusValue: fault == .wrongSchema ? "MAYBE" : nil)
    }

    /// The person to answer about, or `nil` when the status says why there is no file.
    private func subject(
        of question: RetrieveTIQuestion, _ answer: inout RetrieveTIAnswer
    ) -> SSIN? {
        if refusedLegalContexts.contains(question.legalContext) {
            answer.status = .legalContextRefused
        } else if let organisation = question.organisation,
            refusedOrganisations.contains(organisation)
        {
            answer.status = .clientNotAuthorised
        } else if let ssin = try? SSIN(parsing: question.ssin) {
            if population.contains(ssin) { return ssin }
            if let new = population.replacement(of: ssin) {
                answer.status = .replacedNumber
                answer.information = [("newSSIN", new.digits)]
            } else {
                answer.status = .unknownNumber
            }
        } else {
            answer.status = .invalidStructure
        }
        return nil
    }

    private func information(
        for code: KSZStatusCode, _ question: RetrieveTIQuestion
    ) -> [(name: String, value: String)] {
        switch code {
        case .replacedNumber:
            [("newSSIN", population.character(.granted).ssin.digits)]
        case .deceased: [("deceiseDate", population.asOf.text)]  // spelt so in the contract
        case .notIntegrated:
            [("ssin", question.ssin)] + (question.organisation.map { [("cbeNumber", $0)] } ?? [])
        case .invalidData: [("ssin", question.ssin)]
        case .dataFound, .noDataAtSupplier, .unknownNumber, .invalidStructure,
            .legalContextRefused, .clientNotAuthorised, .notIntegratedAtProvider:
            []
        }
    }

    private func other(than ssin: SSIN) -> SSIN {
        let first = population.character(.granted).ssin
        return ssin == first ? population.character(.leasedCar).ssin : first
    }

    private func file(
        _ ssin: SSIN, _ question: RetrieveTIQuestion
    ) throws(XMLWriterFailure) -> [UInt8] {
        let key = FileKey(ssin: ssin, language: question.language, history: question.wantsHistory)
        let result = files.value(for: key) { () -> Result<[UInt8], XMLWriterFailure> in
            guard let person = population.person(ssin) else { return .success([]) }
            return Result { () throws(XMLWriterFailure) in
                try RetrieveTIAnswer.fileBytes(
                    PersonFile(
                        person: person, language: key.language, withHistory: key.history))
            }
        }
        return try result.get()
    }

    private func soapFault(
        _ side: String, _ text: String, _ reason: String, _ time: Timestamp
    ) throws(XMLWriterFailure) -> SimulatedReply {
        SimulatedReply(
            .internalServerError, contentType: "text/xml; charset=utf-8",
            body: try RetrieveTIAnswer.fault(
                side, text, reason: reason, ticket: newTicket(), at: time))
    }
}
