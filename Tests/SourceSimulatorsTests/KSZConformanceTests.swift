import Facts
import HTTPTypes
import Testing
import XMLDocuments

@testable import SourceSimulators

@Suite("the simulated Crossroads Bank")
struct KSZConformanceTests {
    private let population = PopulationTests.population
    private let simulator: KSZSimulator
    private let schema: XMLSchema?

    init() throws {
        simulator = KSZSimulator(
            population: population, refusedLegalContexts: ["REFUSED"], refusedOrganisations: [],
            now: { Timestamp(milliseconds: 1_790_000_000_000) },
            newTicket: { "11111111-2222-4333-8444-555555555555" })
        schema = try OfficialSchema.load()
    }

    /// Asks, and checks the answer against the schema.
    private func ask(_ request: [UInt8], fault: Fault.Kind? = nil) throws -> XMLElement {
        let reply = try simulator.reply(to: request, fault: fault)
        return try XMLElement(
            parsing: reply.body, validatedAgainst: schema, validating: .soapBody)
    }

    @Test("every file of everybody is within the schema, in both languages, with and without past")
    func everyFileIsValid() throws {
        for ssin in population.ssins {
            for (language, history) in [("fr", false), ("nl", true), (nil, nil)] {
                let answer = try ask(
                    Questions.retrieveTI(ssin.digits, language: language, history: history))
                #expect(answer.statusCode == "MSG00000")
                #expect(answer.fileNumber == ssin.digits)
            }
        }
    }

    @Test("the files hold every type of information that is simulated")
    func everyTypeOccurs() throws {
        let people = Population(size: 400)
        var types: Set<String> = []
        func collect(_ element: XMLElement) {
            if let type = element.attribute("Type") { types.insert(type) }
            for child in element.children { collect(child) }
        }
        for index in 0..<people.count {
            collect(
                PersonFile(person: people.person(at: index), language: .fr, withHistory: false)
                    .element)
        }
        #expect(
            types == [
                "000", "001", "005", "010", "019", "020", "021", "100", "120", "140", "141", "150",
                "191", "194", "210", "251", "252",
            ])
    }

    @Test("the customer's information and the question come back as they were sent")
    func echoes() throws {
        let ssin = population.character(.granted).ssin.digits
        let answer = try #require(try ask(Questions.retrieveTI(ssin)).answer)
        #expect(answer.first("informationCustomer")?["ticket"] == Questions.ticket)
        #expect(answer["legalContext"] == "SOCIAL_INVESTIGATION")
        #expect(answer.first("searchInformation")?["ssin"] == ssin)
        #expect(
            answer.first("informationCBSS")?["ticketCBSS"] == "11111111-2222-4333-8444-555555555555"
        )
    }

    @Test("types 140 and 141 point at each other in the messages too")
    func householdsAreSymmetric() throws {
        for ssin in population.ssins {
            let file = try #require(try ask(Questions.retrieveTI(ssin.digits)).file)
            for member in file.first("FamilyMembers")?.children ?? [] {
                let number = try #require(
                    member.first("NationalNumber")?["NationalNumber"])
                guard number != ssin.digits else { continue }
                let other = try #require(try ask(Questions.retrieveTI(number)).file)
                let head = other.first(at: "HeadOfFamily", "HeadOfFamily", "NationalNumber")
                #expect(head?["NationalNumber"] == ssin.digits)
            }
        }
    }

    @Test("a number that nobody has is unknown; a replaced one tells the new one")
    func unknownAndReplaced() throws {
        let unknown = population.character(.unknownNumber).ssin.digits
        #expect(try ask(Questions.retrieveTI(unknown)).statusCode == "MSG00005")
        let old = population.character(.replacedNumber).ssin
        let answer = try ask(Questions.retrieveTI(old.digits))
        #expect(answer.statusCode == "MSG00006")
        let information = answer.answer?.first(at: "status", "information")
        #expect(information?["fieldName"] == "newSSIN")
        #expect(information?["fieldValue"] == population.replacement(of: old)?.digits)
        #expect(answer.file == nil)
    }

    @Test("a number with wrong check digits has an invalid structure")
    func wrongCheckDigits() throws {
        #expect(try ask(Questions.retrieveTI("71100290112")).statusCode == "MSG00011")
    }

    @Test("a refused legal context gets no data")
    func refusedLegalContext() throws {
        let ssin = population.character(.granted).ssin.digits
        let answer = try ask(Questions.retrieveTI(ssin, legalContext: "REFUSED"))
        #expect(answer.statusCode == "MSG00013")
        #expect(answer.file == nil)
    }

    @Test(
        "what is no request gets a SOAP fault",
        arguments: [
            "", "<a/>", "not XML", String(decoding: Questions.retrieveTI("123"), as: UTF8.self),
            String(decoding: Questions.retrieveTI("71100290198", language: "en"), as: UTF8.self),
            String(
                decoding: Questions.retrieveTI(
                    "71100290198", legalContext: String(repeating: "x", count: 65)), as: UTF8.self),
        ])
    func malformed(_ request: String) throws {
        let reply = try simulator.reply(to: Array(request.utf8), fault: nil)
        #expect(reply.status == .internalServerError)
        let fault = try #require(
            try XMLElement(parsing: reply.body).first(at: "Body", "Fault"))
        #expect(fault["faultcode"] == "soapenv:Client")
        #expect(
            fault.first(at: "detail", "retrieveTIGroupsFault", "detail")?["reasonCode"]
                == "MSG00008")
    }

    @Test(
        "every published status code can be forced, within the schema",
        arguments: KSZStatusCode.allCases)
    func forcedStatus(_ code: KSZStatusCode) throws {
        let ssin = population.character(.granted).ssin.digits
        let answer = try ask(Questions.retrieveTI(ssin), fault: .statusCode(code))
        #expect(answer.statusCode == code.rawValue)
        #expect((answer.file != nil) == (code == .dataFound))
    }

    @Test("an answer outside the schema is well formed and refused by the schema")
    func wrongSchema() throws {
        let ssin = population.character(.granted).ssin.digits
        let reply = try simulator.reply(to: Questions.retrieveTI(ssin), fault: .wrongSchema)
        _ = try XMLElement(parsing: reply.body)
        guard let schema else { return }
        #expect(throws: XMLFailure.self) {
            _ = try XMLElement(
                parsing: reply.body, validatedAgainst: schema, validating: .soapBody)
        }
    }
}
