import Facts
import TestSupport
import Testing

@Suite("SSIN")
struct SSINTests {
    struct Vector: Sendable, CustomTestStringConvertible {
        let digits: String
        let kind: SSIN.Kind
        let birth: String?
        let sex: Sex?
        var testDescription: String { digits }
    }

    /// Published vectors: python-stdnum (`be.nn`, `be.bis`) and the Belgian REST guide.
    static let vectors = [
        Vector(digits: "85073003328", kind: .national, birth: "1985-07-30", sex: .male),
        Vector(digits: "17073003384", kind: .national, birth: "2017-07-30", sex: .male),
        Vector(digits: "40000095579", kind: .national, birth: "1940-00-00", sex: .male),
        Vector(digits: "00000100364", kind: .national, birth: nil, sex: .male),
        Vector(digits: "98472899765", kind: .bis, birth: "1998-07-28", sex: .male),
        Vector(digits: "53480200724", kind: .bis, birth: "1953-08-02", sex: .male),
    ]

    @Test("a published number is read with what it carries", arguments: vectors)
    func readsVector(_ vector: Vector) throws {
        let ssin = try SSIN(parsing: vector.digits)
        #expect(ssin.digits == vector.digits)
        #expect(ssin.kind == vector.kind)
        #expect(ssin.birthDate?.text == vector.birth)
        #expect(ssin.sex == vector.sex)
    }

    @Test(
        "what is no number is refused, with the reason",
        arguments: [
            ("68070201351", InvalidIdentifier.Reason.checkDigits),
            ("8507300332", .length), ("850730033280", .length), ("", .length),
            ("+8507300332", .character), ("85.07.30-03", .character),
            ("8507300332\u{0661}", .length),
            ("850730033٣", .character), ("85133003328", .date), ("85533003328", .date),
            ("85073203328", .date), ("85073000095", .sequence), ("85073099901", .sequence),
        ])
    func refuses(_ text: String, _ reason: InvalidIdentifier.Reason) {
        #expect(throws: InvalidIdentifier(.ssin, reason)) { try SSIN(parsing: text) }
    }

    @Test("a BIS number of somebody whose sex is unknown carries none")
    func unknownSex() throws {
        let birth = try IncompleteDate(parsing: "1990-05-12")
        let unknown = try SSIN(birth: birth, sequence: 903, monthOffset: 20)
        #expect(unknown.kind == .bis && unknown.sex == nil && unknown.birthDate == birth)
        let known = try SSIN(birth: birth, sequence: 903, monthOffset: 40)
        #expect(known.kind == .bis && known.sex == .male && known.birthDate == birth)
    }

    @Test("a number made for a birth date carries that date and sex", arguments: 0..<400)
    func roundTrip(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let ssin = try Self.random(&random)
        let again = try SSIN(parsing: ssin.made.digits)
        #expect(again == ssin.made)
        #expect(again.birthDate == .full(ssin.birth))
        #expect(again.sex == (ssin.sequence % 2 == 1 ? .male : .female))
    }

    /// The rule itself lets one mistake through: six added to or taken from the last digit of the
    /// year makes a number of 19xx one of 20xx, or back (6 × 10⁷ ≡ −2 × 10⁹ + 97 × …, modulo 97).
    @Test(
        "any single wrong digit is caught, but for one that changes the century",
        arguments: 0..<200)
    func detectsOneWrongDigit(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let right = try Self.random(&random).made
        let digits = Array(right.digits.utf8)
        for position in digits.indices {
            for digit in UInt8(ascii: "0")...UInt8(ascii: "9") where digit != digits[position] {
                var wrong = digits
                wrong[position] = digit
                let text = String(decoding: wrong, as: UTF8.self)
                guard let accepted = try? SSIN(parsing: text) else { continue }
                let shift = abs(Int(digit) - Int(digits[position]))
                #expect(position == 1 && shift == 6, "position \(position), seed \(seed)")
                #expect(Self.century(accepted) != Self.century(right))
            }
        }
    }

    private static func century(_ ssin: SSIN) -> Int? {
        ssin.birthDate?.earliest.map { $0.year / 100 }
    }

    /// Sequence numbers from 900 on, which nobody real has.
    private static func random(
        _ random: inout SeededGenerator
    ) throws -> (made: SSIN, birth: CalendarDate, sequence: Int) {
        let first = try CalendarDate(parsing: "1901-01-01").daysSinceEpoch
        let last = try CalendarDate(parsing: "2099-12-31").daysSinceEpoch
        let birth = CalendarDate(daysSinceEpoch: Int.random(in: first...last, using: &random))
        let sequence = Int.random(in: 900...996, using: &random)
        let offset = [0, 0, 40].randomElement(using: &random) ?? 0
        let made = try SSIN(birth: .full(birth), sequence: sequence, monthOffset: offset)
        return (made, birth, sequence)
    }
}
