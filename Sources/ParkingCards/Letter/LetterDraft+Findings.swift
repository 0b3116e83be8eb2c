import Facts

extension LetterDraft {
    /// The facts of the application.
    var facts: [LetterLine] {
        var lines = [LetterLine(label: wording.say("Kaart", "Carte"), text: card)]
        func add(_ dutch: String, _ french: String, _ text: String?) {
            if let text { lines.append(LetterLine(label: wording.say(dutch, french), text: text)) }
        }
        add("Gemeente", "Commune", regulation.name[language])
        add("Kenmerk", "Référence", particulars.reference)
        if !particulars.plates.isEmpty {
            add("Nummerplaat", "Plaque", particulars.plates.joined(separator: ", "))
        }
        add("Aangevraagd op", "Demandée le", particulars.appliedOn.map(wording.day))
        add("Onderzocht op", "Examinée le", wording.day(particulars.decidedOn))
        add("Bevestigd op", "Confirmée le", particulars.confirmedOn.map(wording.day))
        let documents = particulars.documents.sorted().map { $0.name[language] }
        add(
            "Bezorgde stukken", "Documents fournis",
            documents.isEmpty ? nil : documents.joined(separator: ", "))
        return lines
    }

    /// A reason in the municipality's own words, else in the product's.
    func reason(_ reason: Reason) -> LetterReason {
        if case .curable(let inner, let due) = reason {
            let text = self.reason(inner).text
            let cure = wording.say(
                "U kunt dit rechtzetten voor \(wording.day(due)).",
                "Vous pouvez y remédier avant le \(wording.day(due)).")
            return LetterReason(
                code: reason.code, text: LetterText("\(text.text) \(cure)", isDraft: text.isDraft))
        }
        if let own = texts.reasons[reason.code], let text = reason.text(of: own.text, in: wording) {
            return LetterReason(
                code: reason.code, text: LetterText(text, isDraft: !own.isConfirmed))
        }
        return LetterReason(code: reason.code, text: LetterText(reason.text(in: language)))
    }

    func notice(_ notice: Notice) -> LetterReason {
        LetterReason(code: notice.code, text: reason(notice.reason).text)
    }

    func condition(_ result: ConditionResult) -> LetterCondition {
        let requirement = rules.flatMap { Self.requirement(result.id, in: $0) }
        let rule = RuleWording(language: language, regulation: regulation)
        return LetterCondition(
            id: result.id, label: result.id.label[language],
            detail: requirement.flatMap(rule.detail), outcome: result.outcome,
            outcomeText: wording.words(for: result.outcome), reason: result.reason.map(reason),
            law: LetterLaw(result.reference, in: wording),
            evidence: result.evidence.map { LetterEvidence($0, in: wording) },
            document: result.document?.name[language], members: result.members.map(condition))
    }

    private static func requirement(_ id: ConditionID, in rules: CardRules) -> Requirement? {
        for condition in rules.conditions + rules.notices.map(\.condition) {
            if condition.id == id { return condition.requirement }
            if case .anyOf(let members) = condition.requirement,
                let member = members.first(where: { $0.id == id })
            {
                return member.requirement
            }
        }
        return nil
    }
}
