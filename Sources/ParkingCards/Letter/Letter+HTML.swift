import ConsultLog
import Facts

extension Letter {
    /// The letter as a page of HTML in UTF-8 that needs nothing from elsewhere, runs nothing, and
    /// prints on A4. Every text in it is escaped.
    public var html: [UInt8] { HTMLPage.bytes(of: page) }

    private var page: HTMLNode {
        .element(
            .html, [.language(language)],
            [
                .element(.head, [.fixed(LetterStyle.head), .element(.title, title)]),
                .element(.body, [.element(.main, parts)]),
            ])
    }

    private var parts: [HTMLNode] {
        var parts = [heading, .element(.h1, title)]
        parts += opening.map { .element(.p, $0) }
        if !reasons.isEmpty { parts.append(.element(.ul, reasons.map(item))) }
        parts += [factSection, conditionSection]
        if !notices.isEmpty {
            parts.append(
                section(
                    "notices", wording.say("Ter informatie", "Pour information"),
                    [.element(.ul, notices.map(item))]))
        }
        if !amount.isEmpty {
            parts.append(
                section(
                    "amount", wording.say("Bedrag en geldigheid", "Montant et validité"),
                    [list(amount)]))
        }
        if !steps.isEmpty {
            parts.append(
                section(
                    "steps", wording.say("Wat nu gebeurt", "La suite"),
                    steps.map { .element(.p, $0.text) }))
        }
        parts += [remedySection, contactSection, lawSection, closing]
        return parts
    }

    private var heading: HTMLNode {
        var nodes: [HTMLNode] = [.element(.p, [.element(.strong, sender)])]
        if !particulars.addressee.isEmpty {
            nodes.append(
                .element(
                    .div, [.style("addressee")], particulars.addressee.map { .element(.p, $0) }))
        }
        nodes.append(
            .element(.p, [time(wording.day(particulars.confirmedOn ?? particulars.decidedOn))]))
        nodes += warnings.map { .element(.p, [.style("warning")], [.text($0)]) }
        return .element(.header, nodes)
    }

    private func time(_ words: String) -> HTMLNode {
        let day = particulars.confirmedOn ?? particulars.decidedOn
        return .element(.time, [.dateTime(day.text)], [.text(words)])
    }

    private var factSection: HTMLNode {
        section("facts", wording.say("De feiten", "Les faits"), [list(facts)])
    }

    private var conditionSection: HTMLNode {
        section(
            "conditions", wording.say("Wat is onderzocht", "Ce qui a été examiné"),
            [.element(.ol, conditions.map { condition($0, .h3) })])
    }

    private func condition(_ condition: LetterCondition, _ name: HTMLName) -> HTMLNode {
        let label = condition.detail.map { "\(condition.label) (\($0))" } ?? condition.label
        var nodes: [HTMLNode] = [
            .element(name, label),
            .element(
                .p,
                [
                    .element(
                        .strong, [.data("outcome", condition.outcome.rawValue)],
                        [.text(condition.outcomeText)])
                ]),
        ]
        if let reason = condition.reason { nodes.append(.element(.p, text(reason.text))) }
        if let document = condition.document {
            nodes.append(
                .element(
                    .p, wording.say("Aangetoond met \(document).", "Prouvée par \(document).")))
        }
        nodes += condition.evidence.map(evidence)
        let law = wording.say("Rechtsgrond: ", "Base légale : ") + wording.citation(condition.law)
        nodes.append(.element(.p, [.style("small")], [.text(law)]))
        if !condition.members.isEmpty {
            nodes.append(.element(.ul, condition.members.map { self.condition($0, .h4) }))
        }
        return .element(.li, [.data("condition", condition.id.rawValue)], nodes)
    }

    private func evidence(_ evidence: LetterEvidence) -> HTMLNode {
        var nodes: [HTMLNode] = [.text(wording.evidence(evidence))]
        if let consult = evidence.consult {
            nodes.append(.text(wording.say(", raadpleging ", ", consultation ")))
            nodes.append(.element(.code, consult.uuid.text))
        }
        return .element(.p, [.style("small")], nodes)
    }

    func section(_ id: StaticString, _ title: String, _ content: [HTMLNode]) -> HTMLNode {
        .element(
            .section, [.labelledBy(id)],
            [.element(.h2, [.id(id)], [.text(title)])] + content)
    }

    func list(_ lines: [LetterLine]) -> HTMLNode {
        .element(
            .dl, lines.flatMap { [.element(.dt, $0.label), .element(.dd, $0.text)] })
    }

    func text(_ text: LetterText) -> String {
        text.isDraft ? "\(text.text) \(wording.draftMark)" : text.text
    }

    private func item(_ reason: LetterReason) -> HTMLNode {
        .element(.li, [.data("reason", reason.code)], [.element(.p, text(reason.text))])
    }
}
