import Yams

extension YAMLNode {
    /// Reads one document whose top is a mapping, from UTF-8 bytes without a byte order mark.
    ///
    /// - Throws: ``YAMLIssues`` when the text is no YAML, is beyond the limits, holds several
    ///   documents, anchors, aliases, merge keys, tags beyond the core schema, keys that are not
    ///   text or keys that occur twice in a mapping.
    public init(
        parsing bytes: some Collection<UInt8>, limits: YAMLLimits = .standard
    ) throws(YAMLIssues) {
        guard bytes.count <= limits.size else {
            throw Self.failure(.tooLarge(limit: limits.size))
        }
        let bytes = Array(bytes)
        guard !bytes.starts(with: [0xEF, 0xBB, 0xBF]),
            let text = String(validating: bytes, as: UTF8.self)
        else { throw Self.failure(.notUTF8) }
        if let alias = HostileScan.firstAlias(in: bytes) { throw Self.failure(.alias, at: alias) }
        if let key = HostileScan.excessiveKey(in: bytes) {
            throw Self.failure(.keyIsNotText, at: key)
        }
        self = try Self.parse(text, maximumDepth: limits.depth)
    }

    private static func parse(_ text: String, maximumDepth: Int) throws(YAMLIssues) -> YAMLNode {
        do throws(any Error) {
            // The basic resolver guesses no types: a key `2026-01-01` stays text.
            let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
            // Nodes refer to their anchors weakly: without the parser they would all be gone.
            return try withExtendedLifetime(parser) { () throws -> YAMLNode in
                guard let root = try parser.singleRoot() else { throw failure(.empty) }
                var translation = YAMLTranslation(maximumDepth: maximumDepth)
                let node = translation.document(root)
                guard translation.issues.isEmpty else { throw YAMLIssues(translation.issues) }
                return node
            }
        } catch let issues as YAMLIssues {
            throw issues
        } catch let error as YamlError {
            throw failure(of: error)
        } catch {
            throw failure(.malformed(reason: "it cannot be read"))
        }
    }

    /// The parser's errors hold the whole text: only the place and its own phrase go on.
    private static func failure(of error: YamlError) -> YAMLIssues {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _):
            failure(.malformed(reason: problem), at: YAMLPosition(mark))
        case .composer(let context, let problem, let mark, _):
            failure(
                context == nil ? .malformed(reason: problem) : .severalDocuments,
                at: YAMLPosition(mark))
        case .reader(let problem, _, _, _): failure(.malformed(reason: problem))
        case .duplicatedKeysInMapping(let keys, let context):
            // The place tells which mapping; its path is not known here.
            failure(
                .duplicateKey, at: YAMLPosition(context.mark),
                path: keys.first.map { YAMLPath.entry($0, in: "") } ?? "")
        case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
            failure(.malformed(reason: "it cannot be read"))
        }
    }

    private static func failure(
        _ problem: YAMLIssue.Problem, at position: YAMLPosition = YAMLPosition(line: 1, column: 1),
        path: String = ""
    ) -> YAMLIssues {
        YAMLIssues([YAMLIssue(path: path, position: position, problem: problem)])
    }
}

extension YAMLPosition {
    init(_ mark: Mark) { self.init(line: mark.line, column: mark.column) }
}
