import CanonicalJSON
import Testing

struct JSONReaderTests {
    struct Rejected: Error { let text: String }

    private func issues(
        _ text: String, tolerance: JSONTolerance = .strict, _ read: (inout JSONReader) -> Void
    ) throws -> [JSONFieldIssue] {
        var reader = JSONReader(try parse(text), tolerance: tolerance)
        read(&reader)
        do {
            try reader.finish()
            return []
        } catch {
            return error.issues
        }
    }

    @Test("a good body gives its fields, typed and present")
    func readsFields() throws {
        let body = #"""
            {"ssin":"1","select":["a","b"],"count":3,"ratio":2,
             "vehicle":{"plate":"1ABC234"},"parts":[{"n":1},{"n":2}]}
            """#
        var reader = JSONReader(try parse(body))
        #expect(reader.optionalString("dossier") == nil)
        let fields = try reader.complete(
            reader.string("ssin", expected: "a digit") { Int($0) },
            reader.strings("select", expected: "text") { $0 },
            reader.integer("count", in: 1...9), reader.optionalNumber("ratio"),
            reader.object("vehicle") { $0.string("plate") },
            reader.objects("parts") { $0.integer("n") })
        #expect(fields.0 == 1)
        #expect(fields.1 == ["a", "b"])
        #expect(fields.2 == 3)
        #expect(fields.3 == 2)
        #expect(fields.4 == "1ABC234")
        #expect(fields.5 == [1, 2])
    }

    @Test("every issue is collected, each with its pointer and never with a value")
    func collectsIssues() throws {
        let body = #"""
            {"ssin":"85073003328x","select":["a",1,"bad"],"count":30,"vehicle":{"colour":"SECRET"},
             "parts":[{"n":"SECRET"},7],"extra":"SECRET","urgent":null}
            """#
        let found = try issues(body) { reader in
            _ = reader.string("ssin", expected: "a national register number") {
                text throws -> Int in
                throw Rejected(text: text)
            }
            _ = reader.strings("select", expected: "an attribute") { $0 == "bad" ? nil : $0 }
            _ = reader.integer("count", in: 1...9)
            _ = reader.object("vehicle") { $0.string("plate") }
            _ = reader.objects("parts") { $0.integer("n") }
            _ = reader.optionalNumber("urgent")
            _ = reader.string("purpose")
        }
        #expect(
            found == [
                .init(pointer: "/ssin", kind: .invalid(expected: "a national register number")),
                .init(pointer: "/select/1", kind: .wrongType(expected: .string)),
                .init(pointer: "/select/2", kind: .invalid(expected: "an attribute")),
                .init(pointer: "/count", kind: .invalid(expected: "from 1 to 9")),
                .init(pointer: "/vehicle/plate", kind: .missing),
                .init(pointer: "/vehicle/colour", kind: .unknown),
                .init(pointer: "/parts/0/n", kind: .wrongType(expected: .integer)),
                .init(pointer: "/parts/1", kind: .wrongType(expected: .object)),
                .init(pointer: "/urgent", kind: .wrongType(expected: .number)),
                .init(pointer: "/purpose", kind: .missing),
                .init(pointer: "/extra", kind: .unknown),
            ])
        let description = JSONFieldIssues(found).description
        #expect(!description.contains("SECRET") && !description.contains("8507300"))
    }

    @Test("a body that is not an object is one issue", arguments: ["[]", "1", "null", #""x""#])
    func refusesOtherBodies(text: String) throws {
        let found = try issues(text) { _ = $0.string("ssin") }
        #expect(found == [.init(pointer: "", kind: .wrongType(expected: .object))])
    }

    @Test("what a source adds is ignored and its nulls are absent, when the reader is lenient")
    func readsLeniently() throws {
        let body = #"{"plate":"1ABC234","note":null,"more":{"a":1},"inner":{"x":1,"y":null}}"#
        let found = try issues(body, tolerance: .lenient) { reader in
            #expect(reader.string("plate") == "1ABC234")
            #expect(reader.optionalString("note") == nil)
            #expect(reader.optionalObject("inner") { $0.integer("x") } == 1)
        }
        #expect(found.isEmpty)
    }

    @Test(
        "names that the sender made up are veiled",
        arguments: [
            ("extra", "/extra"), ("a/b~c", "/a~1b~0c"), ("naïve", "/…"), ("a\nb", "/…"),
            ("85.07.30-033.28", "/…"), ("", "/"),
            (
                String(repeating: "x", count: 65), "/" + String(repeating: "x", count: 64) + "…"
            ),
        ])
    func veilsNames(name: String, pointer: String) throws {
        var reader = JSONReader(.object([name: 1]))
        let error = #expect(throws: JSONFieldIssues.self) { try reader.finish() }
        #expect(error?.issues == [.init(pointer: pointer, kind: .unknown)])
    }

    @Test("a hostile body cannot make a long list of issues")
    func limitsIssues() throws {
        let members = (0..<1000).map { "\"x\($0)\":1" }.joined(separator: ",")
        #expect(try issues("{\(members)}") { _ in }.count == JSONReader.mostIssues)
    }

    @Test("optional fields may be absent but not of another type")
    func readsOptionalFields() throws {
        let found = try issues(#"{"a":1,"b":"x","c":{},"d":1.5}"#) { reader in
            #expect(reader.optionalNumber("absent") == nil)
            #expect(reader.optionalObjects("absent2") { $0.string("x") } == nil)
            _ = reader.optionalString("a")
            _ = reader.optionalInteger("b")
            _ = reader.optionalStrings("c", expected: "text") { $0 }
            _ = reader.optionalInteger("d")
        }
        #expect(
            found == [
                .init(pointer: "/a", kind: .wrongType(expected: .string)),
                .init(pointer: "/b", kind: .wrongType(expected: .integer)),
                .init(pointer: "/c", kind: .wrongType(expected: .array)),
                .init(pointer: "/d", kind: .wrongType(expected: .integer)),
            ])
    }
}
