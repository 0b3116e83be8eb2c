import Facts
import Testing

@testable import ConsultLog

struct TextFormTests {
    @Test("base64url follows RFC 4648 §10 and reads back every length")
    func base64URL() {
        let vectors = [
            "": "", "f": "Zg", "fo": "Zm8", "foo": "Zm9v", "foob": "Zm9vYg", "fooba": "Zm9vYmE",
            "foobar": "Zm9vYmFy",
        ]
        for (plain, encoded) in vectors {
            #expect(Base64URL.text(Array(plain.utf8)) == encoded)
            #expect(Base64URL.bytes(encoded) == Array(plain.utf8))
        }
        for length in 0..<70 {
            let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 151 &+ 255) }
            #expect(Base64URL.bytes(Base64URL.text(bytes)) == bytes)
        }
    }

    @Test(
        "base64url with padding, loose bits or other characters is refused",
        arguments: ["Zg==", "Zh", "Z", "Zm9=", "Zm+v", "Zm/v", "Zm 9v", "Zm9v\n"])
    func strictBase64URL(_ text: String) { #expect(Base64URL.bytes(text) == nil) }

    @Test("trace ids are UUIDs or 32 hexadecimal digits, and nothing else")
    func traces() throws {
        #expect(
            try TraceID(parsing: "0AF7651916CD43DD8448EB211C80319C").text
                == "0af7651916cd43dd8448eb211c80319c")
        #expect(
            try TraceID(parsing: "F81D4FAE-7dec-11d0-a765-00a0c91e6bf6").text
                == "f81d4fae-7dec-11d0-a765-00a0c91e6bf6")
        for text in ["", "85073003328", "0af7651916cd43dd8448eb211c80319", "é", "{}"] {
            #expect(throws: InvalidText.self) { try TraceID(parsing: text) }
        }
        #expect(throws: InvalidText.self) {
            try TraceID(parsing: "f81d4fae07dec-11d0-a765-00a0c91e6bf6")
        }
    }

    @Test("names of dossiers and officials are bounded and printable")
    func boundedTexts() throws {
        #expect(try DossierReference(parsing: "2026/é 12").text == "2026/é 12")
        let wrong = [
            "", " a", "a ", "a\nb", "a\u{0}b", "a\u{2028}b", "a\u{FFFF}b",
            String(repeating: "a", count: 129),
        ]
        for text in wrong {
            #expect(throws: InvalidText.self) { try DossierReference(parsing: text) }
            #expect(throws: InvalidText.self) { try OfficialID(parsing: text) }
        }
    }

    @Test("reasons are longer, and a checkpoint has lines")
    func longerTexts() throws {
        #expect(try StatedReason(parsing: String(repeating: "é", count: 500)).text.count == 500)
        for text in ["", " a", "a\nb", String(repeating: "a", count: 501)] {
            #expect(throws: InvalidText.self) { try StatedReason(parsing: text) }
        }
        #expect(try CheckpointText(parsing: "a\n\n\u{2014} b\n").text.count == 7)
        let long = String(repeating: "a", count: 16_384) + "\n"
        for text in ["", "a", "a\r\n", "a\tb\n", "a\u{0}\n", long] {
            #expect(throws: InvalidText.self) { try CheckpointText(parsing: text) }
        }
    }

    @Test("months are read as they are written")
    func months() throws {
        #expect(Month(of: Timestamp(milliseconds: 0)).description == "1970-01")
        #expect(Month(parsing: "2026-11")?.description == "2026-11")
        for text in ["2026-13", "2026-1", "2026-11-01", "", "26-11"] {
            #expect(Month(parsing: text) == nil)
        }
    }
}
