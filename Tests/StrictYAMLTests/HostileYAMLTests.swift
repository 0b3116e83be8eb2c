import StrictYAML
import Testing

struct HostileYAMLTests {
    @Test("nested aliases are refused before they are resolved")
    func refusesBillionLaughs() {
        var text = "a: &a [lol, lol, lol]\n"
        for (name, previous) in zip("bcdefghijk", "abcdefghij") {
            text += "\(name): &\(name) [*\(previous), *\(previous), *\(previous), *\(previous)]\n"
        }
        #expect(issues(text) == [issue("", 2, 8, .alias)])
    }

    @Test("nested aliases in keys, which the parser would hash, are refused too")
    func refusesAliasesInKeys() {
        var text = "a: &a [x, x, x, x, x, x, x, x, x]\n"
        for (name, previous) in zip("bcdefghijklmn", "abcdefghijklm") {
            text +=
                "\(name): &\(name) [\(Array(repeating: "*\(previous)", count: 9).joined(separator: ", "))]\n"
        }
        #expect(issues(text + "? *n\n: 1\n") == [issue("", 2, 8, .alias)])
    }

    @Test(
        "an anchor is refused wherever it stands, even when nobody refers to it",
        arguments: [
            ("a: &x 1", "a", 1, 4), ("a:\n  - &x [1]", "a[0]", 2, 5), ("a: &x {b: 1}", "a", 1, 4),
            ("&x a: 1", "a", 1, 1), ("&x\na: 1", "", 1, 1),
        ])
    func refusesAnchors(text: String, path: String, line: Int, column: Int) {
        #expect(issues(text).map(\.path) == [path])
        #expect(issues(text).map(\.problem) == [.anchor])
        #expect(issues(text).map(\.line) == [line])
    }

    @Test("an alias of nothing is refused")
    func refusesUndefinedAliases() {
        #expect(issues("a: *x") == [issue("", 1, 4, .malformed(reason: "found undefined alias"))])
    }

    @Test("signs of anchors and aliases are just text in text")
    func acceptsSignsInText() throws {
        let node = try parse("a: this & that\nb: 'R&D'\nc: |\n  *bold* and &co\n")
        #expect(node.entries?.map(\.value.text) == ["this & that", "R&D", "*bold* and &co\n"])
    }

    @Test("merge keys are refused; a quoted one is a key")
    func refusesMergeKeys() {
        #expect(issues("a: 1\n<<: {b: 2}") == [issue("", 2, 1, .mergeKey)])
        #expect(issues("'<<': 1").isEmpty)
    }

    @Test("a key that occurs twice is refused where it stands")
    func refusesDuplicates() {
        #expect(issues("a: 1\nb: 2\na: 3") == [issue("a", 1, 1, .duplicateKey)])
        #expect(issues("x:\n  - a: 1\n    'a': 2") == [issue("a", 2, 5, .duplicateKey)])
        #expect(issues("1: x\n'1': y") == [issue("1", 1, 1, .duplicateKey)])
        #expect(issues("x:\n  - 1: x\n    !!int 1: y") == [issue("x[0].1", 3, 5, .duplicateKey)])
    }

    @Test("keys that look like something else are text")
    func acceptsAnyPlainKey() throws {
        let node = try parse("2026-01-01: a\nno: b\n21015: c\n=: d\n1.5: e\n~: f")
        #expect(node.entries?.map(\.key) == ["2026-01-01", "no", "21015", "=", "1.5", "~"])
    }

    @Test(
        "tags beyond the core schema are refused",
        arguments: [
            "a: !!python/object:os.system x", "a: !!python/object/apply:os.system [x]",
            "a: !local x", "a: !<tag:example.org,2026:x> {}", "a: !!binary aGk=", "a: !!set {x}",
            "a: !!timestamp 2026-01-01", "a: ! x", "a: !!omap [b: 1]",
        ])
    func refusesTags(text: String) {
        #expect(issues(text) == [issue("a", 1, 4, .tag)])
    }

    @Test("tags of the core schema are accepted; one on text makes it text")
    func acceptsCoreTags() throws {
        var reader = YAMLReader(try parse("a: !!str 1\nb: !!int 2\nc: !!map {d: !!seq []}"))
        #expect(reader.text("a") == "1")
        #expect(reader.integer("b") == 2)
        #expect(reader.integer("a") == nil)
    }

    @Test("more than one document is refused")
    func refusesSeveralDocuments() {
        #expect(issues("a: 1\n---\nb: 2\n") == [issue("", 2, 1, .severalDocuments)])
        #expect(issues("---\na: 1\n...\n").isEmpty)
    }

    @Test(
        "a document must be a mapping",
        arguments: [
            ("", YAMLIssue.Problem.empty), ("# nothing\n", .empty), ("---\n", .empty),
            ("~", .empty), ("text", .wrongType(expected: "a mapping")),
            ("- a\n", .wrongType(expected: "a mapping")),
        ])
    func refusesOtherRoots(text: String, problem: YAMLIssue.Problem) {
        #expect(issues(text).map(\.problem) == [problem])
    }

    @Test(
        "malformed text is refused with the place and nothing of the text",
        arguments: [
            "a:\n\t- SECRET", "a: [SECRET", "a: 'SECRET", "a: SECRET: x", "a: {SECRET: }}",
            "a: @SECRET",
            "a: \"\\xZZ SECRET\"", "a: SECRET\n b: 1", "%YAML 9.9 SECRET\n---\na: 1",
            "a: \u{1}SECRET",
            "a: \"\\uD800SECRET\"",
        ])
    func refusesMalformedText(text: String) {
        let found = issues(text)
        #expect(found.count == 1)
        for issue in found {
            guard case .malformed = issue.problem else {
                Issue.record("expected malformed")
                continue
            }
            #expect(!issue.message.contains("SECRET"))
        }
    }

    @Test("bytes that are not UTF-8, and a byte order mark, are refused")
    func refusesOtherEncodings() {
        for bytes: [UInt8] in [
            Array("a: ".utf8) + [0xFF], Array("\u{FEFF}a: 1".utf8), [0xFE, 0xFF, 0, 0x61],
        ] {
            let error = #expect(throws: YAMLIssues.self) { try YAMLNode(parsing: bytes) }
            #expect(error?.issues.map(\.problem) == [.notUTF8])
        }
    }

    @Test("size and depth are limited exactly")
    func limits() {
        #expect(issues("a: 12345", limits: YAMLLimits(size: 8)).isEmpty)
        #expect(
            issues("a: 123456", limits: YAMLLimits(size: 8)).map(\.problem) == [.tooLarge(limit: 8)]
        )
        let nested = { (depth: Int) in
            "a: " + String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        #expect(issues(nested(31)).isEmpty)
        #expect(issues(nested(32)).map(\.problem) == [.tooDeep(limit: 32)])
        #expect(issues(nested(500)).map(\.problem) == [.tooDeep(limit: 32)])
        #expect(issues(nested(100_000)).count == 1)
        let block = (0..<1500).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
        #expect(issues(String(block.prefix(1 << 20))).count == 1)
    }

    @Test("keys within keys, which the parser would hash again and again, are refused at once")
    func refusesNestedKeys() {
        let text = "a: " + String(repeating: "{? ", count: 900) + String(repeating: "}", count: 900)
        #expect(issues(text) == [issue("", 1, 5 + 64 * 3, .keyIsNotText)])
        let questions = "a: |\n" + String(repeating: "  Pourquoi ? Why?\n", count: 64)
        #expect(issues(questions).isEmpty)
    }

    @Test("keys must be text")
    func refusesComplexKeys() {
        #expect(issues("? [a, b]\n: 1") == [issue("", 1, 3, .keyIsNotText)])
    }

    @Test("random text never crashes the reader", arguments: 0..<20)
    func survivesRandomText(seed: UInt64) {
        var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
        let pieces = [
            "a", "b", ": ", ":", "- ", "\n", "\n  ", "[", "]", "{", "}", ",", "&a ", "*a", "!!str ",
            "'", "\"", "|\n", ">\n", "? ", "#", "---\n", "...\n", "<<", "\t", "é", "\\", "%", "~",
        ]
        for _ in 0..<300 {
            var text = ""
            for _ in 0..<20 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text += pieces[Int(state >> 33) % pieces.count]
            }
            for issue in issues(text) { #expect(issue.line >= 1) }
        }
    }
}
