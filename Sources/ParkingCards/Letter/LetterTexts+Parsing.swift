import Facts
import StrictYAML

extension LetterTexts {
    /// Reads the section `letter`. In a regulation that is in force no text of it may be a draft.
    init?(
        _ reader: inout YAMLReader, _ references: RegulationReferences, _ status: RegulationStatus?
    ) {
        let texts = TextReading(languages: references.languages, status: status)
        let law = references.references(&reader, "law")
        let contact = reader.mapping("contact") { texts.contact(&$0) }
        let ombudsman = reader.mapping("ombudsman") { texts.text(&$0) }
        let remedies = reader.list("remedies") { texts.remedy(&$0) }
        if remedies?.isEmpty == true {
            reader.report(.invalid(expected: "at least one remedy"), at: "remedies")
        }
        let reasons = reader.optionalMapping("reasons") { texts.reasons(&$0) }
        guard let law, let contact, let ombudsman, let remedies else { return nil }
        self.init(
            law: law, contact: contact, ombudsman: ombudsman, remedies: remedies,
            reasons: reasons ?? [:])
    }
}

/// Reads texts in the languages of the municipality.
private struct TextReading {
    let languages: Set<Language>
    let status: RegulationStatus?

    func text(_ reader: inout YAMLReader) -> DraftableText? {
        let text = reader.localizedPair(in: languages)
        guard let isConfirmed = confirmed(&reader), let text else { return nil }
        return DraftableText(text: text, isConfirmed: isConfirmed)
    }

    func contact(_ reader: inout YAMLReader) -> LetterContact? {
        let name = reader.localized("name", in: languages)
        let address = reader.optionalMapping("address") { $0.localizedPair(in: languages) }
        let telephone = reader.nullableText("telephone")
        let email = reader.nullableText("email")
        guard let isConfirmed = confirmed(&reader), let name else { return nil }
        return LetterContact(
            name: name, address: address, telephone: telephone, email: email,
            isConfirmed: isConfirmed)
    }

    func remedy(_ reader: inout YAMLReader) -> LetterRemedy? {
        let body = reader.localized("body", in: languages)
        let form = reader.localized("form", in: languages)
        let term = reader.localized("within", in: languages)
        guard let isConfirmed = confirmed(&reader), let body, let form, let term else { return nil }
        return LetterRemedy(body: body, form: form, term: term, isConfirmed: isConfirmed)
    }

    func reasons(_ reader: inout YAMLReader) -> [String: DraftableText]? {
        var reasons: [String: DraftableText] = [:]
        for code in reader.keys {
            guard let known = LetterPlaceholder.byCode[code] else {
                reader.report(.invalid(expected: "named by the code of a reason"), at: code)
                continue
            }
            guard let text = reader.mapping(code, text) else { continue }
            let words = [text.text.nl, text.text.fr].flatMap(LetterPlaceholder.words(of:))
            guard words.allSatisfy({ LetterPlaceholder(rawValue: $0).map(known.contains) == true })
            else {
                let names = known.map { "{\($0.rawValue)}" }.sorted().joined(separator: ", ")
                let expected = known.isEmpty ? "text without placeholders" : "text with \(names)"
                reader.report(.invalid(expected: expected), at: code)
                continue
            }
            reasons[code] = text
        }
        return reasons
    }

    private func confirmed(_ reader: inout YAMLReader) -> Bool? {
        let isConfirmed = reader.boolean("confirmed")
        if status == .inForce, isConfirmed == false {
            reader.report(
                .invalid(expected: "true in a regulation that is in force"), at: "confirmed")
        }
        return isConfirmed
    }
}
