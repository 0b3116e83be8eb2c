import Facts

extension LetterDraft {
    /// What the card costs and how long it holds; empty unless it is granted.
    var amount: [LetterLine] {
        guard case .granted(let card) = decision.outcome else { return [] }
        let per =
            card.billing == .yearly
            ? wording.say("per jaar", "par an") : wording.say("per maand", "par mois")
        let validity = particulars.validity ?? card.validity
        var lines = [
            LetterLine(
                label: wording.say("Bedrag", "Montant"),
                text: "\(wording.amount(card.amount)) \(per)"),
            LetterLine(
                label: wording.say("Rang van de kaart", "Rang de la carte"), text: "\(card.rank)"),
            LetterLine(
                label: wording.say("Geldig", "Validité"),
                text: wording.say(
                    "van \(wording.day(validity.from)) tot en met "
                        + wording.day(validity.until),
                    "du \(wording.day(validity.from)) au "
                        + "\(wording.day(validity.until)) inclus")),
        ]
        if card.variant != .normal {
            lines.append(
                LetterLine(
                    label: wording.say("Soort", "Type"), text: card.variant.noun[language]))
        }
        if let sector = regulation.sectors.sectors.first(where: { $0.id == card.sector }) {
            lines.append(
                LetterLine(
                    label: wording.say("Sector", "Secteur"), text: sector.label[language]))
        }
        if let visits = card.allowance {
            lines.append(
                LetterLine(
                    label: wording.say("Bezoeken", "Visites"),
                    text: wording.say(
                        "\(visits.visits), waarvan \(visits.free) gratis",
                        "\(visits.visits), dont \(visits.free) gratuites")))
        }
        return lines
    }

    /// What happens now, and by when.
    var steps: [LetterStep] {
        switch status {
        case .draftForOfficial:
            return [
                LetterStep(
                    text: wording.say("Een ambtenaar beslist.", "Un agent décide."), due: nil)
            ]
        case .decision:
            guard case .granted(let card) = decision.outcome else { return [] }
            return [payment(card)]
        case .interim: return [interim]
        }
    }

    private func payment(_ card: Entitlement) -> LetterStep {
        guard card.amount.cents > 0 else {
            return LetterStep(
                text: wording.say("U hoeft niets te betalen.", "Vous n'avez rien à payer."),
                due: nil)
        }
        let start = particulars.confirmedOn ?? particulars.decidedOn
        let due = start.adding(days: regulation.policy.reservation.days)
        let amount = wording.amount(card.amount)
        return LetterStep(
            text: wording.say(
                "Betaal \(amount) uiterlijk op \(wording.day(due)). Zo lang blijft uw plaats "
                    + "behouden.",
                "Payez \(amount) au plus tard le \(wording.day(due)). Votre place est conservée "
                    + "jusque-là."),
            due: due)
    }

    private var interim: LetterStep {
        switch decision.nextStep {
        case .provideProof:
            let due = decision.due
            return LetterStep(
                text: due.map {
                    wording.say(
                        "Bezorg wat hierboven gevraagd wordt voor \(wording.day($0)).",
                        "Fournissez ce qui est demandé ci-dessus avant le \(wording.day($0)).")
                }
                    ?? wording.say(
                        "Bezorg wat hierboven gevraagd wordt.",
                        "Fournissez ce qui est demandé ci-dessus."),
                due: due)
        case .waitForSource:
            return LetterStep(
                text: wording.say(
                    "U hoeft niets te doen; uw plaats blijft behouden.",
                    "Vous n'avez rien à faire ; votre place est conservée."),
                due: nil)
        case .official, .pay:
            return LetterStep(
                text: wording.say(
                    "Een ambtenaar bekijkt uw aanvraag; u hoeft niets te doen.",
                    "Un agent examine votre demande ; vous n'avez rien à faire."),
                due: nil)
        }
    }
}
