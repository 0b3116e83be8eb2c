import StrictYAML

/// Finds back where something stands in a document.
struct LintPlaces {
    private let document: YAMLNode

    init(_ document: YAMLNode) { self.document = document }

    /// A step from a node to one within it.
    enum Step {
        case key(String)
        case index(Int)
    }

    /// The place of what is at these steps, or of the innermost that is there.
    func position(_ steps: [Step]) -> YAMLPosition {
        var node = document
        var position = node.position
        for step in steps {
            switch step {
            case .key(let key):
                guard let entry = node.entries?.first(where: { $0.key == key }) else {
                    return position
                }
                position = entry.position
                node = entry.value
            case .index(let index):
                guard let elements = node.elements, elements.indices.contains(index) else {
                    return position
                }
                node = elements[index]
                position = node.position
            }
        }
        return position
    }

    /// The steps as the strict reader writes them.
    func path(_ steps: [Step]) -> String {
        var path = ""
        for step in steps {
            switch step {
            case .key(let key): path += path.isEmpty ? key : ".\(key)"
            case .index(let index): path += "[\(index)]"
            }
        }
        return path
    }

    func finding(
        _ rule: LintFinding.Rule, _ severity: LintFinding.Severity, at steps: [Step],
        _ message: String
    ) -> LintFinding {
        LintFinding(
            rule: rule, severity: severity, position: position(steps), path: path(steps),
            message: message)
    }

    /// The places in the file of the entries of a dated value, in the order of their days.
    func entries(at steps: [Step]) -> [(from: String, steps: [Step])] {
        var node = document
        for step in steps {
            guard case .key(let key) = step,
                let value = node.entries?.first(where: { $0.key == key })?.value
            else { return [] }
            node = value
        }
        return (node.elements ?? []).enumerated().compactMap { index, element in
            let from = element.entries?.first { $0.key == "from" }?.value.text
            return from.map { ($0, steps + [.index(index)]) }
        }
    }

    /// The conditions of a card type, those of groups and notices included.
    func conditions(of type: CardType) -> [(id: String, steps: [Step])] {
        let base: [Step] = [.key("card_types"), .key(type.rawValue)]
        return ["conditions", "notices"].flatMap { list in
            conditions(in: node(base + [.key(list)]), base + [.key(list)])
        }
    }

    func node(_ steps: [Step]) -> YAMLNode? {
        var node: YAMLNode? = document
        for step in steps {
            switch step {
            case .key(let key): node = node?.entries?.first { $0.key == key }?.value
            case .index(let index):
                guard let elements = node?.elements, elements.indices.contains(index) else {
                    return nil
                }
                node = elements[index]
            }
        }
        return node
    }

    private func conditions(
        in node: YAMLNode?, _ steps: [Step]
    ) -> [(id: String, steps: [Step])] {
        var found: [(id: String, steps: [Step])] = []
        for (index, element) in (node?.elements ?? []).enumerated() {
            let place = steps + [.index(index)]
            if let id = element.entries?.first(where: { $0.key == "id" })?.value.text {
                found.append((id, place))
            }
            let members = element.entries?.first { $0.key == "conditions" }?.value
            found += conditions(in: members, place + [.key("conditions")])
        }
        return found
    }
}

extension LintPlaces {
    /// Every text that stands under this key, anywhere in the document.
    func words(of key: String) -> Set<String> {
        node([]).map { Self.words(of: key, in: $0) } ?? []
    }

    private static func words(of key: String, in node: YAMLNode) -> Set<String> {
        var words: Set<String> = []
        for entry in node.entries ?? [] {
            if entry.key == key, let text = entry.value.text { words.insert(text) }
            words.formUnion(Self.words(of: key, in: entry.value))
        }
        for element in node.elements ?? [] { words.formUnion(Self.words(of: key, in: element)) }
        return words
    }
}
