import CanonicalJSON
import ConsultLog
import Facts

extension DecisionInputs {
    /// Reads what ``canonicalBytes()`` wrote.
    ///
    /// - Throws: ``UnreadableInputs`` for anything else.
    public init(parsing bytes: [UInt8]) throws(UnreadableInputs) {
        guard let value = try? JSONValue(parsing: bytes) else { throw UnreadableInputs() }
        var reader = JSONReader(value)
        let schema = reader.string("schema", expected: "a form that is known") {
            $0 == Self.schema ? $0 : nil
        }
        let municipality = reader.string("municipality", expected: "a NIS code") {
            try NISCode(parsing: $0)
        }
        let cardType = reader.string("cardType", expected: "a type of card") {
            CardType(rawValue: $0)
        }
        let applied = reader.day("appliedOn")
        let decided = reader.day("decidedOn")
        let known = reader.day("knownOn")
        let language = reader.string("language", expected: "a language") { Language(rawValue: $0) }
        let term = reader.optionalString("term", expected: "a term") { Term(parsing: $0) }
        let plates = reader.integer("plates", in: 1...1000)
        let documents = reader.strings("documents", expected: "a kind of document") {
            SupportingDocument.Kind(rawValue: $0)
        }
        let renewal = reader.optionalObject("renewal") { renewal -> Renewal? in
            let rank = renewal.integer("rank", in: 1...1000)
            let since = renewal.day("heldSince")
            guard let rank, let since else { return nil }
            return Renewal(rank: Int(rank), heldSince: since)
        }
        let findings = reader.object("findings") { Findings(&$0) }
        do throws(JSONFieldIssues) {
            let parts = try reader.complete(
                schema, municipality, cardType, applied, decided, known, language, plates,
                documents, findings)
            self.init(
                municipality: parts.1, cardType: parts.2, appliedOn: parts.3,
                decidedOn: parts.4, knownOn: parts.5, language: parts.6, term: term,
                plates: Int(parts.7), documents: Set(parts.8), renewal: renewal,
                findings: parts.9)
        } catch {
            throw UnreadableInputs()
        }
    }
}

extension Findings {
    fileprivate init?(_ reader: inout JSONReader) {
        self.init()
        var findings = self
        _ = reader.object("answers") { answers in
            for question in FactQuestion.allCases {
                findings[question] = answers.optionalObject(question.rawValue) { entry in
                    Evidence(&entry) { $0.yesOrNo("known") }
                }
            }
            return true
        }
        _ = reader.object("counts") { counts in
            for key in QuotaKey.allCases {
                findings.counts[key] = counts.optionalObject(key.rawValue) { count in
                    QuotaCount(
                        key: count.optionalObject("key") { entry in
                            Evidence(&entry) { $0.yesOrNo("known") }
                        }, live: count.number("live"))
                }
            }
            return true
        }
        findings.municipalCards = reader.number("municipalCards")
        findings.staff = reader.number("staff")
        findings.sector = reader.optionalObject("sector") { entry in
            Evidence(&entry) {
                $0.optionalString("known", expected: "a sector") { SectorID(parsing: $0) }
            }
        }
        findings.registeredSince = reader.optionalObject("registeredSince") { entry in
            Evidence(&entry) {
                $0.optionalString("known", expected: "a day") { try CalendarDate(parsing: $0) }
            }
        }
        self = findings
    }
}

extension Evidence {
    fileprivate init?(_ reader: inout JSONReader, _ known: (inout JSONReader) -> Value?) {
        let asOf = reader.integer("asOf")
        let basis = reader.string("basis", expected: "a basis") { Basis(rawValue: $0) }
        let consult = reader.optionalString("consult", expected: "a consult") {
            UUIDv7(parsing: $0).map { ConsultID($0) }
        }
        let value = known(&reader)
        let gap = reader.optionalString("unknown", expected: "a reason") {
            EvidenceGap(rawValue: $0)
        }
        guard let asOf, let basis, (value == nil) != (gap == nil) else { return nil }
        let finding: Finding
        if let value {
            finding = .known(value)
        } else if let gap {
            finding = .unknown(gap)
        } else {
            return nil
        }
        self.init(
            finding, consult: consult, asOf: Timestamp(milliseconds: asOf), basis: basis)
    }
}

extension JSONReader {
    fileprivate mutating func day(_ name: String) -> CalendarDate? {
        string(name, expected: "a day") { try CalendarDate(parsing: $0) }
    }

    fileprivate mutating func yesOrNo(_ name: String) -> Bool? {
        optionalString(name, expected: "yes or no") { text in
            text == "yes" ? true : text == "no" ? false : nil
        }
    }

    fileprivate mutating func number(_ name: String) -> Evidence<Int>? {
        optionalObject(name) { entry in
            Evidence(&entry) { $0.optionalInteger("known").map { Int($0) } }
        }
    }
}
