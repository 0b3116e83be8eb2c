import CanonicalJSON
import TestSupport
import Testing

struct JSONPropertyTests {
    @Test("canonical bytes parse back to the same value and to the same bytes", arguments: 0..<300)
    func roundTrips(seed: UInt64) throws {
        var maker = ValueMaker(seed: seed)
        let value = maker.value()
        let bytes = try value.canonicalBytes()
        let again = try JSONValue(parsing: bytes)
        #expect(again == value)
        #expect(again.hashValue == value.hashValue)
        #expect(try again.canonicalBytes() == bytes)
    }

    @Test("random bytes never crash the parser", arguments: 0..<40)
    func survivesRandomBytes(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let alphabet =
            Array("{}[]\",:0123456789-+.eE\\utrufalsn \n\u{1}é".utf8) + [0xFF, 0xC0, 0xED]
        for _ in 0..<500 {
            let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
                alphabet.randomElement(using: &random) ?? 0
            }
            if let value = try? JSONValue(parsing: bytes) {
                #expect((try? value.canonicalBytes()) != nil)
            }
        }
    }

    static let sample = Array(
        #"{"a":[1,-2.5e-3,true,false,null,"x\n\u20acé😀"],"b":{"c":{},"d":[]},"e":"\ud83d\ude00"}"#
            .utf8)

    @Test(
        "every truncation of a document is refused at its end or before", arguments: sample.indices)
    func refusesTruncations(length: Int) {
        #expect {
            try JSONValue(parsing: Self.sample.prefix(length))
        } throws: { error in
            (error as? JSONFailure).map { $0.offset <= length } ?? false
        }
    }

    @Test("changing any byte gives a failure or a document with a canonical form")
    func survivesEveryFlip() throws {
        for index in Self.sample.indices {
            for mask: UInt8 in [0x01, 0x02, 0x10, 0x20, 0x40, 0x80, 0xFF] {
                var bytes = Self.sample
                bytes[index] ^= mask
                guard let value = try? JSONValue(parsing: bytes) else { continue }
                let written = try value.canonicalBytes()
                #expect(try JSONValue(parsing: written) == value)
            }
        }
    }
}
