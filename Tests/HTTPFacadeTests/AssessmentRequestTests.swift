import CanonicalJSON
import ConsultLog
import Facts
import ParkingCards
import Testing

@testable import HTTPFacade

@Suite("an application for a parking card, as it comes in")
struct AssessmentRequestTests {
    private static let time = Timestamp(milliseconds: 1_795_252_442_125)
    private static let period = #""from":"2026-01-01","until":"2026-12-31""#

    private func read(_ more: String = "") throws(Problem) -> CardApplication {
        let text =
            #"{"municipality":"21004","cardType":"business","applicant":{"ssin":"85070390167"},"#
            + #""vehicle":{"plate":"1SYN900"},"purpose":"p""# + more + "}"
        guard let body = try? JSONValue(parsing: Array(text.utf8)) else {
            throw Problem(.internalServerError)
        }
        return try AssessmentRequest(body, at: Self.time).application
    }

    /// The names of the fields that are wrong.
    private func wrong(_ more: String) throws -> [String] {
        do throws(Problem) {
            _ = try read(more)
            return []
        } catch {
            return error.issueNames
        }
    }

    private func document(_ fields: String) -> String {
        #","supportingDocuments":[{\#(fields)}]"#
    }

    private func declaration(_ fields: String) -> String {
        #","declarations":[{\#(fields),\#(Self.period)}]"#
    }

    @Test("everything that the engine can use")
    func all() throws {
        let application = try read(
            #","enterprise":{"enterpriseNumber":"1990000134","establishmentUnitNumber":"#
                + #""\#(try EstablishmentUnitNumber(base: 20_000_000).digits)"},"#
                + #""householdOf":{"ssin":"85070390167"},"#
                + #""furtherVehicles":[{"plate":"1SYN901"},{"plate":"1SYN902"}],"#
                + #""supportingDocuments":[{"kind":"staffDeclaration","enterpriseNumber":"#
                + #""1990000134","staff":12,\#(Self.period)}],"#
                + #""declarations":[{"question":"isSharedCar","answer":true,\#(Self.period)},"#
                + #"{"staff":40,\#(Self.period)},{"sector":"zone-1",\#(Self.period)},"#
                + #"{"registeredSince":"2024-02-29",\#(Self.period)}],"#
                + #""term":"P2Y","appliedOn":"2026-03-10","language":"fr""#)
        #expect(application.enterprise?.digits == "1990000134")
        #expect(application.establishment != nil)
        #expect(application.householdOf?.digits == "85070390167")
        #expect(application.furtherPlates.map(\.text) == ["1SYN901", "1SYN902"])
        #expect(application.documents.map(\.kind) == [.staffDeclaration])
        #expect(application.documents.first?.headcount == 12)
        let leapDay = try CalendarDate(parsing: "2024-02-29")
        let zone = try #require(SectorID(parsing: "zone-1"))
        #expect(
            application.declarations.map(\.statement) == [
                .answer(.isSharedCar, true), .staff(40), .sector(zone), .registeredSince(leapDay),
            ])
        #expect(application.declarations.allSatisfy { $0.madeAt == Self.time })
        #expect(application.term == Term(parsing: "P2Y"))
        #expect(application.appliedOn?.text == "2026-03-10")
        #expect(application.language == .fr)
        let least = try read()
        #expect(least.enterprise == nil && least.declarations.isEmpty && least.language == .nl)
    }

    @Test("a document of every kind names what its kind concerns, and need name no more")
    func documents() throws {
        for kind in SupportingDocument.Kind.allCases {
            var fields = #""kind":"\#(kind.apiWord)",\#(Self.period)"#
            let bare = try wrong(document(fields))
            let place = "supportingDocuments[0]."
            var needed: [String] = []
            if kind.ties.contains(.enterprise) {
                needed.append(place + "enterpriseNumber")
                fields += #","enterpriseNumber":"1990000134""#
            }
            if kind.ties.contains(.person) {
                needed.append(place + "ssin")
                fields += #","ssin":"85070390167""#
            }
            if kind.ties.contains(.plate) {
                needed.append(place + "plate")
                fields += #","plate":"1SYN900""#
            }
            if kind == .staffDeclaration {
                needed.append(place + "staff")
                fields += #","staff":3"#
            }
            #expect(bare == needed, "\(kind)")
            #expect(try read(document(fields)).documents.map(\.kind) == [kind])
        }
    }

    @Test(
        "days that are none, or lie before 1900 or after 2100",
        arguments: [
            ("1899-12-31", false), ("1900-01-01", true), ("1900-02-29", false),
            ("2000-02-29", true), ("2026-02-29", false), ("2028-02-29", true),
            ("2100-02-29", false), ("2100-12-31", true), ("2101-01-01", false),
            ("0001-01-01", false), ("9999-12-31", false), ("2026-13-01", false),
        ])
    func days(_ day: String, _ isGood: Bool) throws {
        #expect(try wrong(#","appliedOn":"\#(day)""#) == (isGood ? [] : ["appliedOn"]))
        let since = #","declarations":[{"registeredSince":"\#(day)",\#(Self.period)}]"#
        #expect(
            try wrong(since) == (isGood ? [] : ["declarations[0].registeredSince"]))
        let dated = document(
            #""kind":"model2","ssin":"85070390167","from":"\#(day)","until":"\#(day)""#)
        #expect(
            try wrong(dated)
                == (isGood
                    ? [] : ["supportingDocuments[0].from", "supportingDocuments[0].until"]))
    }

    @Test("a period that ends before it begins")
    func period() throws {
        let backwards = document(
            #""kind":"model2","ssin":"85070390167","from":"2026-03-01","until":"2026-02-28""#)
        #expect(try wrong(backwards) == ["supportingDocuments[0].until"])
    }

    @Test("a declaration says one thing, and not what stands in the municipality's own register")
    func declarations() throws {
        let place = "declarations[0]."
        #expect(try wrong(declaration(#""staff":3,"sector":"a""#)) == [place + "sector"])
        #expect(try wrong(declaration(#""answer":true"#)) == [place + "question"])
        #expect(try wrong(declaration(#""question":"isAlive""#)) == [place + "answer"])
        #expect(
            try wrong(declaration(#""question":"isAlive","answer":"yes""#)) == [place + "answer"])
        #expect(
            try wrong(declaration(#""question":"plateIsFree","answer":true"#))
                == [place + "question"])
        #expect(
            try wrong(declaration(#""question":"isRich","answer":true"#)) == [place + "question"])
        #expect(try wrong(declaration(#""staff":-1"#)) == [place + "staff"])
        for question in FactQuestion.allCases where question != .plateIsFree {
            let read = try read(declaration(#""question":"\#(question.rawValue)","answer":false"#))
            #expect(read.declarations.map(\.statement) == [.answer(question, false)])
        }
    }

    @Test("vehicles: none twice, and no more than twenty in all")
    func vehicles() throws {
        func further(_ count: Int) -> String {
            let plates = (0..<count).map { #"{"plate":"1ABC\#(100 + $0)"}"# }
            return #","furtherVehicles":[\#(plates.joined(separator: ","))]"#
        }
        #expect(try read(further(19)).furtherPlates.count == 19)
        #expect(try wrong(further(20)) == ["furtherVehicles"])
        #expect(try wrong(#","furtherVehicles":[{"plate":"1-SYN-900"}]"#) == ["furtherVehicles"])
        #expect(try wrong(#","furtherVehicles":[{"plate":"?"}]"#) == ["furtherVehicles[0].plate"])
    }

    @Test("an enterprise has a number, a unit one of its own")
    func enterprise() throws {
        #expect(try wrong(#","enterprise":{}"#) == ["enterprise.enterpriseNumber"])
        #expect(
            try wrong(
                #","enterprise":{"enterpriseNumber":"1990000134","establishmentUnitNumber":"1"}"#)
                == ["enterprise.establishmentUnitNumber"])
        #expect(try wrong(#","term":"P0Y""#) == ["term"])
        #expect(try wrong(#","variant":"second_home""#) == ["variant"])
    }
}

extension Problem {
    /// The names of the fields that it says are wrong, in its order.
    fileprivate var issueNames: [String] {
        members["issues"]?.array?.compactMap { $0["name"]?.string } ?? []
    }
}
