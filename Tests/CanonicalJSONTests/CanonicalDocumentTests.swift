import CanonicalJSON
import Testing

struct CanonicalDocumentTests {
    @Test("what is written straight is what the tree of values writes")
    func equalsTheTree() throws {
        let texts = ["", "é", "\"\\\u{1}\n\u{7F}", "🚗"]
        let fragment = try CanonicalFragment { document in
            document.object { $0.member("title", texts[2]) }
        }
        var document = CanonicalDocument(capacity: 0)
        document.object { object in
            object.member("empty") { $0.object { _ in } }
            object.list("flags") { list in
                for flag in [true, false] { list.boolean(flag) }
            }
            object.list("list") { list in
                for text in texts { list.string(text) }
            }
            object.list("none") { _ in }
            object.list("numbers") { list in
                for number in [0, -7, 2_147_483_648] as [Int64] { list.integer(number) }
            }
            object.list("objects") { list in
                for text in texts { list.object { $0.member("text", text) } }
            }
            object.member("plain", plain: { $0 += "2026-03-10".utf8 })
            object.member("written", fragment)
        }
        let value: JSONValue = [
            "empty": [:], "flags": [true, false], "list": .array(texts.map { .string($0) }),
            "none": [], "numbers": [0, -7, 2_147_483_648],
            "objects": .array(texts.map { ["text": .string($0)] }), "plain": "2026-03-10",
            "written": ["title": .string(texts[2])],
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

    @Test("a fragment with a noncharacter is none")
    func fragments() {
        #expect(throws: JSONFailure.self) { try CanonicalFragment { $0.string("\u{FFFF}") } }
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
