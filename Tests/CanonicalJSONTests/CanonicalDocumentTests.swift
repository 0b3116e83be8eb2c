import CanonicalJSON
import Testing

struct CanonicalDocumentTests {
    @Test("what is written straight is what the tree of values writes")
    func equalsTheTree() throws {
        let texts = ["", "é", "\"\\\u{1}\n\u{7F}", "🚗"]
        var document = CanonicalDocument(capacity: 0)
        document.object { object in
            object.member("empty") { $0.object { _ in } }
            object.member("flags", [true, false]) { $0.boolean($1) }
            object.member("list", texts) { $0.string($1) }
            object.member("none", [String]()) { $0.string($1) }
            object.member("numbers", [0, -7, 2_147_483_648]) { $0.integer($1) }
            object.member("objects", texts) { document, text in
                document.object { $0.member("text", text) }
            }
        }
        let value: JSONValue = [
            "empty": [:], "flags": [true, false], "list": .array(texts.map { .string($0) }),
            "none": [], "numbers": [0, -7, 2_147_483_648],
            "objects": .array(texts.map { ["text": .string($0)] }),
        ]
        #expect(try document.finish() == value.canonicalBytes())
    }

    @Test("a noncharacter is no document")
    func noncharacter() {
        #expect(throws: JSONFailure.self) {
            var document = CanonicalDocument(capacity: 0)
            document.object { object in
                object.member("a", "\u{FFFF}")
                object.member("b", "fine")
            }
            _ = try document.finish()
        }
    }

    @Test("a number is written as it is, or there is no document")
    func largeNumbers() throws {
        let largest: Int64 = (1 << 53) - 1
        for value in [-largest, largest] {
            var document = CanonicalDocument(capacity: 0)
            document.integer(value)
            #expect(try document.finish() == Array("\(value)".utf8))
        }
        for value in [-largest - 1, largest + 1, .min, .max] {
            #expect(throws: JSONFailure.self) {
                var document = CanonicalDocument(capacity: 0)
                document.integer(value)
                _ = try document.finish()
            }
        }
    }
}
