import TestSupport

@testable import CanonicalJSON

func parse(_ text: String, limits: JSONLimits = .standard) throws(JSONFailure) -> JSONValue {
    try JSONValue(parsing: Array(text.utf8), limits: limits)
}

func canonical(_ text: String) throws(JSONFailure) -> String {
    String(decoding: try parse(text).canonicalBytes(), as: UTF8.self)
}

/// Makes values of every kind, with awkward names, strings and numbers.
struct ValueMaker {
    var random: SeededGenerator
    private static let scalars: [Unicode.Scalar] = [
        "a", "b", "Z", "0", " ", "\"", "\\", "/", "\n", "\t", "\u{0}", "\u{1F}", "\u{7F}", "\u{80}",
        "é", "e", "\u{301}", "€", "\u{D7FF}", "\u{E000}", "\u{FB33}", "\u{FFFD}", "\u{10000}",
        "😀", "\u{10FFFD}", "\u{2028}", "\u{FEFF}",
    ]

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    mutating func value(depth: Int = 0) -> JSONValue {
        switch Int.random(in: 0...(depth > 4 ? 4 : 7), using: &random) {
        case 0: .null
        case 1: .bool(.random(using: &random))
        case 2:
            .integer(
                .random(
                    in: -JSONParser.largestInteger...JSONParser.largestInteger, using: &random))
        case 3: number()
        case 4: .string(string())
        case 5, 6:
            .array((0..<Int.random(in: 0...4, using: &random)).map { _ in value(depth: depth + 1) })
        default: object(depth: depth)
        }
    }

    private mutating func object(depth: Int) -> JSONValue {
        var object = JSONObject()
        for _ in 0..<Int.random(in: 0...6, using: &random) {
            object[string()] = value(depth: depth + 1)
        }
        return .object(object)
    }

    private mutating func number() -> JSONValue {
        let power = Double.random(in: -300...15, using: &random)
        var value = Double.random(in: -9...9, using: &random)
        for _ in 0..<Int(power.magnitude) { value = power < 0 ? value / 10 : value * 10 }
        return Int64(exactly: value).map(JSONValue.integer) ?? .number(value)
    }

    private mutating func string() -> String {
        var text = ""
        for _ in 0..<Int.random(in: 0...8, using: &random) {
            text.unicodeScalars.append(Self.scalars.randomElement(using: &random) ?? "a")
        }
        return text
    }
}
