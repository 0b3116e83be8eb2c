public import Facts

/// A regulation in words, as a citizen would read it, on one day.
///
/// The words are drafts, to be checked by a lawyer who writes the language.
public struct RegulationExplanation: Sendable {
    private let regulation: Regulation
    private let day: CalendarDate
    private let known: CalendarDate
    private let language: Language

    /// - Parameters:
    ///   - day: the day whose rules are explained.
    ///   - known: the day as of which they are known.
    public init(
        of regulation: Regulation, on day: CalendarDate, asKnownOn known: CalendarDate,
        in language: Language
    ) {
        self.regulation = regulation
        self.day = day
        self.known = known
        self.language = language
    }

    /// The text, line by line.
    public var lines: [String] {
        var lines = [regulation.name[language]]
        if let notice = regulation.status.notice { lines.append(notice[language]) }
        lines.append(
            say(
                "Regels van \(day.text), zoals bekend op \(known.text).",
                "Règles du \(day.text), telles que connues le \(known.text)."))
        switch regulation.policy.lawAt {
        case .decision:
            lines.append(
                say(
                    "De regels van de dag van de beslissing gelden.",
                    "Les règles du jour de la décision s'appliquent."))
        case .application:
            lines.append(
                say(
                    "De regels van de dag van de aanvraag gelden.",
                    "Les règles du jour de la demande s'appliquent."))
        }
        lines.append(
            say(
                "Een weigering wordt altijd door een ambtenaar bevestigd.",
                "Un refus est toujours confirmé par un agent."))
        for (type, rules) in regulation.cardTypes.sorted(by: { $0.key.rawValue < $1.key.rawValue })
        {
            lines.append("")
            lines += card(type, rules)
        }
        lines.append("")
        lines.append(say("Rechtsgronden", "Bases légales"))
        for reference in regulation.references {
            let doubt = say(" (niet bevestigd)", " (non confirmé)")
            lines.append(
                "  [\(reference.id)] \(reference.title[language])"
                    + (reference.article.map { ", art. \($0)" } ?? "")
                    + (reference.isConfirmed ? "" : doubt))
        }
        return lines
    }

    private func card(_ type: CardType, _ rules: CardRules) -> [String] {
        guard
            let terms = CardTerms(rules, .normal, on: day, asKnownOn: known, heldSince: nil)
        else {
            return [
                rules.label[language],
                say(
                    "  Op deze dag bestaat deze kaart niet.", "  Cette carte n'existe pas ce jour."),
            ]
        }
        let wording = RuleWording(language: language, regulation: regulation)
        var lines = [rules.label[language]]
        lines += wording.quota(terms).map { "  \($0)" }
        lines += wording.tariff(terms.tariff, rules.billing).map { "  \($0)" }
        lines.append("  " + wording.validity(rules.validity))
        lines.append("  " + wording.renewal(rules.renewal))
        lines.append(say("  U krijgt de kaart als:", "  Vous recevez la carte si :"))
        for condition in rules.conditions { lines += wording.condition(condition, indent: 4) }
        for notice in rules.notices where notice.effect == .block {
            lines += wording.condition(notice.condition, indent: 4)
        }
        for notice in rules.notices where notice.effect == .notice {
            let reference = notice.condition.reference.id
            lines.append(
                say("  Daarnaast wordt nagegaan: ", "  Est vérifié en outre : ")
                    + "\(notice.condition.id.label[language]) [\(reference)]")
        }
        for variant in CardVariant.allCases {
            guard let changes = rules.variants[variant],
                let special = CardTerms(rules, variant, on: day, asKnownOn: known, heldSince: nil)
            else { continue }
            lines += wording.variant(variant, changes, special).map { "  \($0)" }
        }
        return lines
    }

    private func say(_ dutch: String, _ french: String) -> String {
        language == .fr ? french : dutch
    }
}
