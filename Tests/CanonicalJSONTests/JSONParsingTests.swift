import CanonicalJSON
import Testing

struct JSONParsingTests {
    static let accepted: [(String, JSONValue)] = [
        ("null", JSONValue.null), (" \t\r\n true \n", true), ("-0", 0), ("0", 0), ("1.0", 1),
        ("1e2", 100), ("1E+2", 100), ("0.5", 0.5), ("-1.5e-1", -0.15), ("0e400", 0),
        ("9007199254740991", 9_007_199_254_740_991),
        ("-9007199254740991", -9_007_199_254_740_991),
        ("[]", []), ("{}", [:]), ("[ [ ] , { } ]", [[], [:]]), (#""""#, ""),
        (#""\u0000\b\f\n\r\t\/\\\"""#, "\u{0}\u{8}\u{C}\n\r\t/\\\""),
        (#""\uD83D\uDE00""#, "😀"), (#""\uaAfF""#, "\u{AAFF}"), ("\"\u{7F}é😀\"", "\u{7F}é😀"),
        (#"{"b":1,"a":2,"":3}"#, ["": 3, "a": 2, "b": 1]),
        (#"{"a":{"a":1}}"#, ["a": ["a": 1]]),
    ]

    @Test("texts within the profile are accepted", arguments: accepted)
    func accepts(text: String, value: JSONValue) throws {
        #expect(try parse(text) == value)
    }

    static let malformed: [(String, JSONFailure)] = [
        ("", JSONFailure.unexpectedEnd(offset: 0)), ("  ", .unexpectedEnd(offset: 2)),
        ("nul", .unexpectedEnd(offset: 3)), ("nulL", .unexpectedByte(offset: 3)),
        ("True", .unexpectedByte(offset: 0)), ("NaN", .unexpectedByte(offset: 0)),
        ("Infinity", .unexpectedByte(offset: 0)), ("-Infinity", .unexpectedByte(offset: 1)),
        ("+1", .unexpectedByte(offset: 0)), (".5", .unexpectedByte(offset: 0)),
        ("01", .unexpectedByte(offset: 1)), ("-01", .unexpectedByte(offset: 2)),
        ("1.", .unexpectedEnd(offset: 2)), ("1.e1", .unexpectedByte(offset: 2)),
        ("1e", .unexpectedEnd(offset: 2)), ("1e+", .unexpectedEnd(offset: 3)),
        ("-", .unexpectedEnd(offset: 1)), ("0x1", .trailingContent(offset: 1)),
        ("1 2", .trailingContent(offset: 2)), ("{} x", .trailingContent(offset: 3)),
        ("[1,]", .unexpectedByte(offset: 3)), ("[,1]", .unexpectedByte(offset: 1)),
        ("[1 2]", .unexpectedByte(offset: 3)), ("[1", .unexpectedEnd(offset: 2)),
        ("]", .unexpectedByte(offset: 0)), (#"{"a":1,}"#, .unexpectedByte(offset: 7)),
        (#"{"a" 1}"#, .unexpectedByte(offset: 5)), ("{a:1}", .unexpectedByte(offset: 1)),
        ("{'a':1}", .unexpectedByte(offset: 1)), ("{1:1}", .unexpectedByte(offset: 1)),
        ("//x\n1", .unexpectedByte(offset: 0)), ("1/**/", .trailingContent(offset: 1)),
        ("\u{A0}1", .unexpectedByte(offset: 0)), ("\"a\nb\"", .controlCharacter(offset: 2)),
        ("\"\u{0}\"", .controlCharacter(offset: 1)), (#""\x""#, .invalidEscape(offset: 2)),
        (#""\u12G4""#, .invalidEscape(offset: 5)), (#""\u""#, .invalidEscape(offset: 3)),
        (#""\"#, .unexpectedEnd(offset: 2)), (#""\u00"#, .unexpectedEnd(offset: 5)),
        ("\"a", .unexpectedEnd(offset: 2)),
    ]

    @Test("texts that are not JSON are refused where they go wrong", arguments: malformed)
    func refuses(text: String, failure: JSONFailure) {
        #expect(throws: failure) { try parse(text) }
    }

    static let outside: [(String, JSONFailure)] = [
        ("\u{FEFF}1", JSONFailure.byteOrderMark),
        (#""\uD800""#, .loneSurrogate(offset: 1)), (#""x\uDC00""#, .loneSurrogate(offset: 2)),
        (#""\uD800\uD800""#, .loneSurrogate(offset: 1)),
        (#""\uD800\n""#, .loneSurrogate(offset: 1)),
        ("9007199254740992", .notInteroperable(offset: 0)),
        ("[-9007199254740992]", .notInteroperable(offset: 1)),
        ("99999999999999999999", .notInteroperable(offset: 0)),
        ("1e16", .notInteroperable(offset: 0)), ("1e400", .notInteroperable(offset: 0)),
        ("1e-400", .notInteroperable(offset: 0)),
        ("9007199254740992.0", .notInteroperable(offset: 0)),
        (#""\uFFFE""#, .notInteroperable(offset: 1)),
        (#""\uFDD0""#, .notInteroperable(offset: 1)),
        ("\"\u{1FFFF}\"", .notInteroperable(offset: 1)),
    ]

    @Test("JSON outside the interoperable profile is refused", arguments: outside)
    func refusesBeyondTheProfile(text: String, failure: JSONFailure) {
        #expect(throws: failure) { try parse(text) }
    }

    @Test(
        "strings that are not UTF-8 are refused",
        arguments: [
            [0xFF], [0xC3], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x80],
            [0xE2, 0x82], [0xF8, 0x88, 0x80, 0x80, 0x80],
        ] as [[UInt8]])
    func refusesBadUTF8(bytes: [UInt8]) {
        let text = [UInt8(ascii: "\"")] + bytes + [UInt8(ascii: "\"")]
        #expect(throws: JSONFailure.invalidUTF8(offset: 1)) { try JSONValue(parsing: text) }
    }

    static let duplicates: [(String, String, Int)] = [
        (#"{"secret":1,"secret":2}"#, "", 0),
        (#"{"a":1,"\u0061":2}"#, "", 0),
        (#"{"x":[0,{"z":0,"a":1,"b":2,"a":3}]}"#, "/x/1", 8),
        (#"{"x/y~":{"a":1,"a":1}}"#, "/x~1y~0", 8),
        (#"{"85073003328":{"a":1,"a":1}}"#, "/…", 15),
    ]

    @Test(
        "a member named twice is refused with the way to its object and nothing more",
        arguments: duplicates)
    func refusesDuplicates(text: String, parent: String, offset: Int) {
        let failure = JSONFailure.duplicateMember(parent: parent, offset: offset)
        #expect(throws: failure) { try parse(text) }
        #expect(!failure.description.contains("secret"))
    }

    @Test("depth is limited exactly")
    func limitsDepth() throws {
        let nested = { (depth: Int) in
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        #expect(throws: Never.self) { try parse(nested(32)) }
        #expect(throws: JSONFailure.tooDeep(offset: 32)) { try parse(nested(33)) }
        #expect(throws: JSONFailure.tooDeep(offset: 32)) {
            try parse(String(repeating: "[", count: 1_000_000))
        }
        let objects = String(repeating: #"{"a":"#, count: 40)
        #expect(throws: JSONFailure.tooDeep(offset: 32 * 5)) { try parse(objects) }
        let deepest = JSONLimits(size: 1 << 20, depth: 512)
        #expect(throws: Never.self) { try parse(nested(512), limits: deepest) }
    }

    @Test("size is limited exactly")
    func limitsSize() {
        let limits = JSONLimits(size: 10)
        #expect(throws: Never.self) { try parse("[1,2,3,45]", limits: limits) }
        #expect(throws: JSONFailure.tooLarge(limit: 10)) {
            try parse("[1,2,3,456]", limits: limits)
        }
    }

    @Test("an object of ten thousand members in any order is sorted; a late duplicate is found")
    func sortsLargeObjects() throws {
        let names = (0..<10_000).map { "\"n\($0)\":1" }.reversed()
        let object = try #require(try parse("{\(names.joined(separator: ","))}").object)
        #expect(object.count == 10_000)
        #expect(object["n4711"] == 1)
        #expect(throws: JSONFailure.duplicateMember(parent: "", offset: 0)) {
            try parse("{\(names.joined(separator: ",")),\"n9999\":2}")
        }
    }

    @Test("no way of printing a value shows its content")
    func printsNothing() throws {
        let value = try parse(#"{"ssin":"85073003328","list":["85073003328",12345.5]}"#)
        var dumped = ""
        dump(value, to: &dumped)
        for text in [
            "\(value)", String(reflecting: value), dumped, "\([value])",
            "\(try #require(value.object))",
        ] {
            #expect(!text.contains("85073003328"))
            #expect(!text.contains("ssin"))
        }
        #expect("\(value)" == "JSON object")
    }

    @Test("members can be set, replaced and removed")
    func editsObjects() {
        var object: JSONObject = ["b": 1]
        object["a"] = 2
        object["c"] = 3
        object["b"] = nil
        object["x"] = nil
        object["a"] = "new"
        #expect(object == ["a": "new", "c": 3])
        #expect(object.members.map(\.name) == ["a", "c"])
    }
}
