import CanonicalJSON
import Facts

/// Writes the demo for a person at a terminal.
struct DemoPrinter {
    let language: Language
    /// Whether the output understands colours.
    let inColour: Bool

    func headline(_ number: Int, _ title: String) {
        Announcement.write("\n\(bold("\(number). \(title)"))")
    }

    func show(_ result: DemoResult, asPromised: Bool) {
        Announcement.write("   \(outcome(result.outcome))\(entitlement(result.entitlement))")
        for reason in result.reasons { Announcement.write("   \(reason.code): \(words(reason))") }
        for condition in result.conditions {
            let consults = condition.consults.map { " \(dim($0))" }.joined()
            Announcement.write("     \(sign(condition.outcome)) \(condition.label)\(consults)")
            if let reason = condition.reason { Announcement.write("       \(reason.text)") }
            Announcement.write("       \(dim(condition.reference))")
        }
        if let notice = result.notice { Announcement.write("   \(dim(notice))") }
        if let consult = result.consult { Announcement.write("     \(dim(consult))") }
        if !asPromised { Announcement.write("   \(red("the demo expected something else"))") }
    }

    /// A step in the life of a card, and the state that it reached.
    func show(step: String, _ state: String, asPromised: Bool) {
        Announcement.write("   \(asPromised ? green("✓") : red("✗")) \(step) → \(state)")
        if !asPromised { Announcement.write("   \(red("the demo expected something else"))") }
    }

    /// The reason as the gateway words it, or what a refused right lacks.
    private func words(_ reason: DemoResult.Reason) -> String {
        if reason.code == "officialRequired" {
            return text(
                nl: "het recht vereist een geïdentificeerde ambtenaar",
                fr: "le droit exige un fonctionnaire identifié",
                en: "the right requires an identified official")
        }
        guard let attribute = reason.attribute else { return reason.text }
        return text(
            nl: "het recht omvat \(attribute) niet",
            fr: "le droit ne couvre pas \(attribute)",
            en: "the right does not cover \(attribute)")
    }

    private func outcome(_ outcome: String) -> String {
        switch outcome {
        case "granted": green(text(nl: "TOEGEKEND", fr: "ACCORDÉE", en: "GRANTED"))
        case "refusalProposed":
            red(
                text(
                    nl: "WEIGERING VOORGESTELD", fr: "REFUS PROPOSÉ",
                    en: "REFUSAL PROPOSED"))
        case "undetermined":
            yellow(text(nl: "NOG NIET BEPAALD", fr: "INDÉTERMINÉE", en: "UNDETERMINED"))
        case "answered": green(text(nl: "BEANTWOORD", fr: "RÉPONDU", en: "ANSWERED"))
        case "refused":
            red(text(nl: "GEEN RECHT", fr: "PAS DE DROIT", en: "NO RIGHT"))
        default: red(outcome)
        }
    }

    private func entitlement(_ value: JSONValue?) -> String {
        guard let value, let rank = value["rank"]?.integer, let amount = value["amount"]?.string,
            let until = value["validUntil"]?.string
        else { return "" }
        return text(
            nl: ": kaart \(rank), € \(amount), geldig tot \(until)",
            fr: " : carte \(rank), \(amount) €, valable jusqu'au \(until)",
            en: ": card \(rank), € \(amount), valid until \(until)")
    }

    private func sign(_ outcome: String) -> String {
        switch outcome {
        case "satisfied", "waived": green("✓")
        case "notSatisfied": red("✗")
        case "unknown": yellow("?")
        default: dim("–")
        }
    }

    func text(nl: String, fr: String, en: String) -> String {
        LocalizedText(nl: nl, fr: fr, en: en)[language]
    }

    func bold(_ text: String) -> String { styled(text, "1") }
    func dim(_ text: String) -> String { styled(text, "2") }
    private func red(_ text: String) -> String { styled(text, "31") }
    private func green(_ text: String) -> String { styled(text, "32") }
    private func yellow(_ text: String) -> String { styled(text, "33") }

    private func styled(_ text: String, _ code: String) -> String {
        inColour ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
