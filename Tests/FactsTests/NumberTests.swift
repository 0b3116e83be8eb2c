import Facts
import TestSupport
import Testing

@Suite("Numbers of enterprises and establishment units, plates, NIS codes")
struct NumberTests {
    @Test(
        "an enterprise number is read in each of its written forms",
        arguments: ["1990000134", "1990.000.134", "BE1990000134", "BE 1990.000.134"])
    func enterpriseForms(_ text: String) throws {
        let number = try EnterpriseNumber(parsing: text)
        #expect(number.digits == "1990000134")
        #expect(number.dotted == "1990.000.134")
        #expect(try number == EnterpriseNumber(base: 19_900_001))
    }

    @Test(
        "what is no enterprise number is refused, with the reason",
        arguments: [
            ("1990000135", InvalidIdentifier.Reason.checkDigits), ("199000013", .length),
            ("2990000134", .prefix), ("+990000134", .character), ("NL1990000134", .length),
            ("", .length),
        ])
    func refusesEnterprise(_ text: String, _ reason: InvalidIdentifier.Reason) {
        #expect(throws: InvalidIdentifier(.enterpriseNumber, reason)) {
            try EnterpriseNumber(parsing: text)
        }
    }

    @Test("any single wrong digit of an enterprise number is caught", arguments: 0..<100)
    func enterpriseWrongDigit(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let base = Int.random(in: 0...19_999_999, using: &random)
        let digits = try EnterpriseNumber(base: base).digits
        for wrong in digits.withOneWrongDigit {
            #expect(throws: InvalidIdentifier.self) { try EnterpriseNumber(parsing: wrong) }
        }
    }

    @Test("any single wrong digit of an establishment unit number is caught", arguments: 0..<100)
    func establishmentWrongDigit(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let base = Int.random(in: 20_000_000...89_999_999, using: &random)
        let number = try EstablishmentUnitNumber(base: base)
        #expect(try EstablishmentUnitNumber(parsing: number.dotted) == number)
        for wrong in number.digits.withOneWrongDigit {
            #expect(throws: InvalidIdentifier.self) {
                try EstablishmentUnitNumber(parsing: wrong)
            }
        }
    }

    @Test("enterprises and establishment units share no number")
    func disjoint() throws {
        let enterprise = try EnterpriseNumber(base: 19_900_001).digits
        let unit = try EstablishmentUnitNumber(base: 20_000_001).digits
        #expect(throws: InvalidIdentifier(.establishmentUnitNumber, .prefix)) {
            try EstablishmentUnitNumber(parsing: enterprise)
        }
        #expect(throws: InvalidIdentifier(.enterpriseNumber, .prefix)) {
            try EnterpriseNumber(parsing: unit)
        }
    }

    @Test(
        "a plate is written in one way",
        arguments: [
            ("1-abc-123", "1ABC123"), ("1ABC123", "1ABC123"), ("abc 12.3", "ABC123"),
            ("CD 1", "CD1"), ("X", nil), ("", nil), ("--", nil), ("ABCDEFGHI", nil),
            ("1-ABÇ-123", nil), ("1-ABC-123;", nil),
        ] as [(String, String?)])
    func plates(_ text: String, _ written: String?) {
        #expect((try? Plate(parsing: text))?.text == written)
    }

    @Test(
        "a NIS code has five digits and no leading zero",
        arguments: ["2101", "210155", "01015", "2101a", "+2101", ""])
    func nisCodes(_ text: String) {
        #expect(throws: InvalidIdentifier.self) { try NISCode(parsing: text) }
    }
}

extension String {
    /// Every text that differs in one digit.
    var withOneWrongDigit: [String] {
        let digits = Array(utf8)
        return digits.indices.flatMap { position in
            (UInt8(ascii: "0")...UInt8(ascii: "9")).filter { $0 != digits[position] }.map {
                var wrong = digits
                wrong[position] = $0
                return String(decoding: wrong, as: UTF8.self)
            }
        }
    }
}
