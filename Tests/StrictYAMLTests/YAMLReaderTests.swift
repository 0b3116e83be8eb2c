import StrictYAML
import Testing

struct YAMLReaderTests {
    enum Language: String, CaseIterable { case nl, fr, en }

    private func issues(_ text: String, _ read: (inout YAMLReader) -> Void) throws -> [YAMLIssue] {
        var reader = try YAMLReader(parsing: Array(text.utf8))
        read(&reader)
        do {
            try reader.finish()
            return []
        } catch {
            return error.issues
        }
    }

    @Test("a good document gives its entries, typed and present")
    func readsEntries() throws {
        let text = """
            id: parking-schaerbeek
            nis: 01210
            refuse: no
            active: true
            quota: 2
            from: 2026-01-01
            languages: [nl, fr]
            legal: {title: "Regulation", article: '3'}
            grants:
              - attributes: [a, b]
              - attributes: []
            """
        var reader = try YAMLReader(parsing: Array(text.utf8))
        #expect(reader.optionalDate("until") == nil)
        let first = (
            reader.text("id"), reader.text("nis"), reader.text("refuse"), reader.boolean("active"),
            reader.integer("quota", in: 0...9), reader.date("from")
        )
        #expect(first.0 == "parking-schaerbeek")
        #expect(first.1 == "01210")
        #expect(first.2 == "no")
        #expect(first.3 == true)
        #expect(first.4 == 2)
        #expect(first.5 == "2026-01-01")
        let rest = try reader.complete(
            reader.choices("languages", of: Language.self),
            reader.mapping("legal") { legal -> String? in
                guard let title = legal.text("title"), let article = legal.text("article") else {
                    return nil
                }
                return title + article
            },
            reader.list("grants") { $0.texts("attributes") })
        #expect(rest.0 == [.nl, .fr])
        #expect(rest.1 == "Regulation3")
        #expect(rest.2 == [["a", "b"], []])
    }

    @Test("every issue is collected with its path and line, and never with a value")
    func collectsIssues() throws {
        let text = """
            nothing:
            id: [SECRET]
            active: yes
            quota: "2"
            many: 99
            from: 2026-02-29
            language: SECRET
            grants:
              - attributes: [a, {b: SECRET}]
                purpose: SECRET
              - SECRET
            """
        let found = try issues(text) { reader in
            _ = reader.text("nothing")
            _ = reader.text("id")
            _ = reader.boolean("active")
            _ = reader.integer("quota")
            _ = reader.integer("many", in: 1...9)
            _ = reader.date("from")
            _ = reader.choice("language", of: Language.self)
            _ = reader.list("grants") { $0.texts("attributes") }
            _ = reader.text("hash", expected: "a hash") { $0 }
        }
        #expect(
            found == [
                issue("nothing", 1, 9, .wrongType(expected: "text")),
                issue("id", 2, 5, .wrongType(expected: "text")),
                issue("active", 3, 9, .wrongType(expected: "true or false")),
                issue("quota", 4, 8, .wrongType(expected: "a whole number")),
                issue("many", 5, 7, .invalid(expected: "from 1 to 9")),
                issue("from", 6, 7, .wrongType(expected: "a date written as YYYY-MM-DD")),
                issue("language", 7, 11, .notAllowed(expected: ["nl", "fr", "en"])),
                issue("grants[0].attributes[1]", 9, 21, .wrongType(expected: "text")),
                issue("grants[0].purpose", 10, 5, .unknownKey),
                issue("grants[1]", 11, 5, .wrongType(expected: "a mapping")),
                issue("hash", 1, 1, .missing),
            ])
        let description = YAMLIssues(found).description
        #expect(!description.contains("SECRET"))
        #expect(description.contains("line 10, column 5: grants[0].purpose is not a known key"))
    }

    @Test(
        "only what looks like a whole number is one",
        arguments: [
            ("0", 0), ("-7", -7), ("9223372036854775807", Int64.max), ("007", nil), ("1_000", nil),
            ("0x10", nil), ("1e3", nil), ("+1", nil), ("1.0", nil), ("--1", nil), ("'1'", nil),
            ("9223372036854775808", nil), ("~", nil), ("١", nil),
        ] as [(String, Int64?)])
    func readsIntegers(text: String, value: Int64?) throws {
        var reader = YAMLReader(try parse("n: \(text)"))
        #expect(reader.integer("n") == value)
        #expect(reader.issues.isEmpty == (value != nil))
    }

    @Test(
        "only dates of the calendar are dates",
        arguments: [
            ("2026-01-01", true), ("2024-02-29", true), ("2000-02-29", true), ("1900-02-29", false),
            ("2026-13-01", false), ("2026-00-10", false), ("2026-04-31", false),
            ("0000-01-01", false), ("2026-1-1", false), ("26-01-01", false),
            ("2026-01-01T00:00:00Z", false), ("'2026-12-31'", true),
        ])
    func readsDates(text: String, isDate: Bool) throws {
        var reader = YAMLReader(try parse("d: \(text)"))
        #expect((reader.date("d") != nil) == isDate)
    }

    @Test("nothing is no text, unless it is quoted", arguments: ["", "~", "null", "NULL"])
    func readsNull(text: String) throws {
        var reader = YAMLReader(try parse("a: \(text)\nb: '\(text)'"))
        #expect(reader.text("a") == nil)
        #expect(reader.text("b") == text)
    }

    @Test("no way of printing a node shows its content")
    func printsNothing() throws {
        let node = try parse("password: SECRET")
        var dumped = ""
        dump(node, to: &dumped)
        for text in ["\(node)", String(reflecting: node), dumped, "\(node.entries ?? [])"] {
            #expect(!text.contains("SECRET"))
        }
        #expect("\(node)" == "YAML mapping at 1:1")
    }
}
