import ConsultLog
import Facts
import Foundation
import Gateway
import ParkingCards

/// The people, the vehicle and the days of the tests. No number can be a real person's: sequence
/// numbers from 900 are not given out.
enum World {
    static let schaerbeek = NISCode(.schaerbeek)
    static let decisionDay = day("2026-03-10")
    static let time = Timestamp(milliseconds: 1_773_133_200_000)
    static let plate = plate("1ABC123")
    static let holder = pseudonym(1)
    static let spouse = pseudonym(2)
    static let neighbour = pseudonym(3)
    /// The holder, under a number that was replaced.
    static let formerly = pseudonym(4)

    static func applicant() throws -> SSIN {
        try SSIN(birth: .full(day("1980-03-14")), sequence: 901)
    }

    static func employer() throws -> EnterpriseNumber { try EnterpriseNumber(base: 4_567_890) }

    static func day(_ text: String) -> CalendarDate {
        guard let day = try? CalendarDate(parsing: text) else { preconditionFailure("no day") }
        return day
    }

    static func plate(_ text: String) -> Plate {
        guard let plate = try? Plate(parsing: text) else { preconditionFailure("no plate") }
        return plate
    }

    static func pseudonym(_ number: UInt8) -> Pseudonym {
        guard let pseudonym = Pseudonym(bytes: [UInt8](repeating: number, count: 32)) else {
            preconditionFailure("no pseudonym")
        }
        return pseudonym
    }

    static func period(_ from: String, _ until: String) -> ValidityPeriod {
        guard let period = ValidityPeriod(from: day(from), until: day(until)) else {
            preconditionFailure("no period")
        }
        return period
    }

    static func card(
        _ number: UInt64, of holder: Pseudonym, plate: Plate,
        validity: ValidityPeriod = period("2020-01-01", "2030-12-31")
    ) -> Card {
        Card(
            id: CardID(UUIDv7(at: time, random: (number, number))), municipality: schaerbeek,
            type: .resident, holder: holder, plate: plate, validity: validity)
    }

    static func attestation(
        plate: Plate = World.plate, _ period: ValidityPeriod = period("2026-01-01", "2026-12-31")
    ) throws -> SupportingDocument {
        SupportingDocument(
            .employerAttestation, by: try employer(), for: try applicant(), plate: plate,
            period: period)
    }

    static func application(
        documents: [SupportingDocument] = [], language: Language = .nl
    ) throws -> CardApplication {
        CardApplication(
            municipality: schaerbeek, cardType: .resident, applicant: try applicant(),
            plate: plate, documents: documents, language: language)
    }

    /// The sample that the product ships.
    static func sampleBytes() throws -> [UInt8] {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Contracts/regulations/sample-schaerbeek.yaml")
        return Array(try Data(contentsOf: file))
    }

    static func sample() throws -> Regulation { try Regulation(parsing: sampleBytes()) }
}
