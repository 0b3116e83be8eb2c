import Testing

@testable import CanonicalJSON

/// The facts of RFC 8785.
struct CanonicalFormTests {
    /// RFC 8785 Appendix B: IEEE 754 bits and the text that ECMAScript gives them.
    static let numbers: [(UInt64, String)] = [
        (0x0000_0000_0000_0000, "0"),
        (0x8000_0000_0000_0000, "0"),
        (0x0000_0000_0000_0001, "5e-324"),
        (0x8000_0000_0000_0001, "-5e-324"),
        (0x7FEF_FFFF_FFFF_FFFF, "1.7976931348623157e+308"),
        (0xFFEF_FFFF_FFFF_FFFF, "-1.7976931348623157e+308"),
        (0x4340_0000_0000_0000, "9007199254740992"),
        (0xC340_0000_0000_0000, "-9007199254740992"),
        (0x4430_0000_0000_0000, "295147905179352830000"),
        (0x44B5_2D02_C7E1_4AF5, "9.999999999999997e+22"),
        (0x44B5_2D02_C7E1_4AF6, "1e+23"),
        (0x44B5_2D02_C7E1_4AF7, "1.0000000000000001e+23"),
        (0x444B_1AE4_D6E2_EF4E, "999999999999999700000"),
        (0x444B_1AE4_D6E2_EF4F, "999999999999999900000"),
        (0x444B_1AE4_D6E2_EF50, "1e+21"),
        (0x3EB0_C6F7_A0B5_ED8C, "9.999999999999997e-7"),
        (0x3EB0_C6F7_A0B5_ED8D, "0.000001"),
        (0x41B3_DE43_5555_5553, "333333333.3333332"),
        (0x41B3_DE43_5555_5554, "333333333.33333325"),
        (0x41B3_DE43_5555_5555, "333333333.3333333"),
        (0x41B3_DE43_5555_5556, "333333333.3333334"),
        (0x41B3_DE43_5555_5557, "333333333.33333343"),
        (0xBECB_F647_612F_3696, "-0.0000033333333333333333"),
        (0x4314_3FF3_C1CB_0959, "1424953923781206.2"),
    ]

    @Test(
        "numbers are written as ECMAScript writes them (RFC 8785, appendix B)", arguments: numbers)
    func writesNumbers(bits: UInt64, text: String) {
        #expect(ECMAScriptNumber.text(Double(bitPattern: bits)) == text)
    }

    @Test(
        "numbers that are not finite or not interoperable have no canonical form",
        arguments: [
            JSONValue.number(.nan), .number(.infinity), .number(-.infinity),
            .number(9_007_199_254_740_992), .integer(1 << 53), .integer(-(1 << 53)), .integer(.min),
        ])
    func refusesNumbers(value: JSONValue) {
        #expect(throws: JSONFailure.notInteroperable(offset: 1)) {
            try JSONValue.array([value]).canonicalBytes()
        }
    }

    @Test("the sample of RFC 8785 §3.2.2 becomes what §3.2.3 and §3.2.4 say")
    func writesTheSample() throws {
        let sample = #"""
            {
              "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
              "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
              "literals": [null, true, false]
            }
            """#
        // The sample's 1E30 lies beyond what every reader keeps exactly; this parser refuses it.
        let interoperable = sample.replacing("1E30, ", with: "")
        let expected =
            #"{"literals":[null,true,false],"numbers":[333333333.3333333,4.5,0.002,1e-27],"#
            + #""string":"€$\u000f\nA'B\"\\\\\"/"}"#
        #expect(try canonical(interoperable) == expected)
    }

    @Test("members are sorted by UTF-16 code units (RFC 8785 §3.2.3)")
    func sortsMembers() throws {
        let sample = #"""
            {"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh",
             "1":"One","\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control",
             "\u00f6":"Latin Small Letter O With Diaeresis"}
            """#
        let order = try #require(try parse(sample).object?.members).compactMap(\.value.string)
        #expect(
            order == [
                "Carriage Return", "One", "Control", "Latin Small Letter O With Diaeresis",
                "Euro Sign", "Emoji: Grinning Face", "Hebrew Letter Dalet With Dagesh",
            ])
    }

    @Test("the order of names is that of their UTF-16 code units, for all pairs", arguments: 0..<20)
    func ordersLikeUTF16(seed: UInt64) {
        var maker = ValueMaker(seed: seed)
        let names = (0..<60).compactMap { _ in maker.value(depth: 9).string }
        for left in names {
            for right in names {
                let expected = left.utf16.lexicographicallyPrecedes(right.utf16)
                #expect(CanonicalOrder.isBefore(left, right) == expected)
            }
        }
    }

    @Test("strings escape nothing but what must be")
    func escapesStrings() throws {
        let text = "\u{0}\u{8}\t\n\u{B}\u{C}\r\u{1F} \"/\\\u{7F}é\u{2028}😀"
        let bytes = try JSONValue.string(text).canonicalBytes()
        #expect(
            String(decoding: bytes, as: UTF8.self)
                == "\"\\u0000\\b\\t\\n\\u000b\\f\\r\\u001f \\\"/\\\\\u{7F}é\u{2028}😀\"")
    }

    @Test("strings that only look alike stay different")
    func keepsNormalForms() throws {
        let composed: JSONValue = "\u{E9}"
        let decomposed: JSONValue = "e\u{301}"
        #expect(composed != decomposed)
        let both = try parse(#"{"\u00e9": 1, "e\u0301": 2}"#)
        #expect(both["\u{E9}"] == 1)
        #expect(both["e\u{301}"] == 2)
    }
}
