import StrictYAML
import Testing

struct YAMLOverridingTests {
    private let node: YAMLNode

    init() throws {
        node = try YAMLNode(parsing: "a:\n  b: \"1\"\n  list: [x]\nc: 2\n".utf8)
    }

    private func value(_ node: YAMLNode, _ path: String...) -> YAMLNode? {
        path.reduce(node) { node, key in node?.entries?.first { $0.key == key }?.value }
    }

    @Test("a scalar is replaced, as if it stood unquoted there")
    func replaces() {
        let changed = node.setting("7", at: ["a", "b"])
        #expect(value(changed, "a", "b")?.content == .scalar(text: "7", isPlain: true))
        #expect(value(changed, "a", "list") == value(node, "a", "list"))
        #expect(value(changed, "c") == value(node, "c"))
    }

    @Test("a scalar that is missing is added, with the mappings above it")
    func adds() {
        let changed = node.setting("7", at: ["a", "new"]).setting("8", at: ["d", "e", "f"])
        #expect(value(changed, "a", "new")?.text == "7")
        #expect(value(changed, "a", "b")?.text == "1")
        #expect(value(changed, "d", "e", "f")?.text == "8")
        #expect(changed.entries?.map(\.key) == ["a", "c", "d"])
    }

    @Test(
        "neither a list nor a mapping gives way to a scalar, nor a scalar to a mapping",
        arguments: [["a"], ["a", "list"], ["c", "d"], []])
    func leaves(path: [String]) {
        #expect(node.setting("7", at: path) == node)
    }
}
