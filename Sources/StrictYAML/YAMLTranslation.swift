import Yams

/// Turns the parser's nodes into ours and notes what is not accepted.
struct YAMLTranslation {
    private(set) var issues: [YAMLIssue] = []
    private let maximumDepth: Int

    /// The tags of the core schema; the empty one means that none was written.
    private static let acceptedTags: Set<String> = Set(
        ["str", "seq", "map", "null", "bool", "int", "float"].map { "tag:yaml.org,2002:" + $0 }
            + [""])

    init(maximumDepth: Int) { self.maximumDepth = maximumDepth }

    mutating func document(_ root: Node) -> YAMLNode {
        let node = translate(root, path: "", depth: 1)
        if case .scalar = node.content, node.isNull {
            note(.empty, "", node.position)
        } else if node.entries == nil, issues.isEmpty {
            note(.wrongType(expected: "a mapping"), "", node.position)
        }
        return node
    }

    private mutating func translate(_ node: Node, path: String, depth: Int) -> YAMLNode {
        let position = position(of: node)
        if node.anchor != nil { note(.anchor, path, position) }
        if !Self.acceptedTags.contains(tag(of: node)) { note(.tag, path, position) }
        switch node {
        case .scalar(let scalar):
            return YAMLNode(
                content: .scalar(text: scalar.string, isPlain: isPlain(scalar)),
                position: position)
        case .sequence(let sequence):
            guard isWithin(depth, path, position) else { break }
            let elements = sequence.enumerated().map { index, element in
                translate(element, path: YAMLPath.element(index, in: path), depth: depth + 1)
            }
            return YAMLNode(content: .sequence(elements), position: position)
        case .mapping(let mapping):
            guard isWithin(depth, path, position) else { break }
            return YAMLNode(
                content: .mapping(entries(mapping, path: path, depth: depth)), position: position)
        case .alias:
            note(.alias, path, position)
        }
        return YAMLNode(content: .scalar(text: "", isPlain: true), position: position)
    }

    private mutating func entries(
        _ mapping: Node.Mapping, path: String, depth: Int
    ) -> [YAMLNode.Entry] {
        var entries: [YAMLNode.Entry] = []
        var known: Set<String> = []
        for (keyNode, valueNode) in mapping {
            let place = position(of: keyNode)
            guard case .scalar(let scalar) = keyNode else {
                note(.keyIsNotText, path, place)
                continue
            }
            let key = scalar.string
            let keyPath = YAMLPath.entry(key, in: path)
            _ = translate(keyNode, path: keyPath, depth: depth + 1)  // notes anchors and tags
            if key == "<<" && scalar.style == .plain { note(.mergeKey, path, place) }
            // The parser refuses duplicates itself, unless their tags differ.
            if !known.insert(key).inserted { note(.duplicateKey, keyPath, place) }
            let value = translate(valueNode, path: keyPath, depth: depth + 1)
            entries.append(YAMLNode.Entry(key: key, position: place, value: value))
        }
        return entries
    }

    private mutating func isWithin(_ depth: Int, _ path: String, _ position: YAMLPosition) -> Bool {
        if depth > maximumDepth { note(.tooDeep(limit: maximumDepth), path, position) }
        return depth <= maximumDepth
    }

    private mutating func note(
        _ problem: YAMLIssue.Problem, _ path: String, _ position: YAMLPosition
    ) {
        guard issues.count < YAMLReader.mostIssues else { return }
        issues.append(YAMLIssue(path: path, position: position, problem: problem))
    }

    private func position(of node: Node) -> YAMLPosition {
        node.mark.map(YAMLPosition.init) ?? YAMLPosition(line: 1, column: 1)
    }

    /// The tag as written (that of a key may have been resolved by the parser's own look for
    /// duplicates); asking the node itself would resolve it.
    private func tag(of node: Node) -> String {
        switch node {
        case .scalar(let scalar): scalar.tag.rawValue
        case .sequence(let sequence): sequence.tag.rawValue
        case .mapping(let mapping): mapping.tag.rawValue
        case .alias: ""
        }
    }

    /// A plain scalar that was tagged `!!str` is text, as if it were quoted.
    private func isPlain(_ scalar: Node.Scalar) -> Bool {
        scalar.style == .plain && scalar.tag.rawValue != "tag:yaml.org,2002:str"
    }
}
