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

    /// Hides what the register of the tests holds.
    static let cardKey = CardKey(secret: [UInt8](repeating: 7, count: 32))

    static func applicant() throws -> SSIN {
        try SSIN(birth: .full(day("1980-03-14")), sequence: 901)
    }

    /// The applicant under a number that was replaced.
    static func formerApplicant() throws -> SSIN {
        try SSIN(birth: .full(day("1980-03-14")), sequence: 903)
    }

    static func relative() throws -> SSIN {
        try SSIN(birth: .full(day("1979-04-15")), sequence: 902)
    }

    static func otherEnterprise() throws -> EnterpriseNumber {
        try EnterpriseNumber(base: 4_567_891)
    }

    static func establishment() throws -> EstablishmentUnitNumber {
        try EstablishmentUnitNumber(base: 20_000_000)
    }

    /// What stands for an address or another thing of this name.
    static func slot(_ name: String) -> Pseudonym {
        var bytes = Array(name.utf8.prefix(32))
        bytes += [UInt8](repeating: 0, count: 32 - bytes.count)
        guard let pseudonym = Pseudonym(bytes: bytes) else { preconditionFailure("no slot") }
        return pseudonym
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
        validity: ValidityPeriod = period("2020-01-01", "2030-12-31"), type: CardType = .resident,
        in municipality: NISCode = schaerbeek
    ) -> Card {
        Card(
            id: CardID(UUIDv7(at: time, random: (number, number))), municipality: municipality,
            type: type, holder: holder, plate: plate, validity: validity)
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

    /// The samples that the product ships, by the names of their files.
    static let samples = [
        "sample-schaerbeek", "sample-brussels-city", "sample-ghent", "sample-etterbeek",
    ]

    static func bytes(_ name: String) throws -> [UInt8] {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Contracts/regulations/\(name).yaml")
        return Array(try Data(contentsOf: file))
    }

    static func regulation(_ name: String) throws -> Regulation {
        try Regulation(parsing: bytes(name))
    }

    static func municipality(of name: String) throws -> NISCode {
        try NISCode(
            parsing: [
                "sample-schaerbeek": "21015", "sample-brussels-city": "21004",
                "sample-ghent": "44021", "sample-etterbeek": "21005",
            ][name] ?? "")
    }

    static func region() throws -> RegionalFrame {
        try RegionalFrame(parsing: bytes("region/sample-brussels-region"))
    }

    static func sampleBytes() throws -> [UInt8] { try bytes("sample-schaerbeek") }

    static func sample() throws -> Regulation { try Regulation(parsing: sampleBytes()) }
}
