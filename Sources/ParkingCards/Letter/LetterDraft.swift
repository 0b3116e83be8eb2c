import Facts

/// Puts together what a letter says.
struct LetterDraft {
    let decision: Decision
    let regulation: Regulation
    let frame: RegionalFrame?
    let texts: LetterTexts
    let wording: LetterWording
    let particulars: LetterParticulars

    var language: Language { wording.language }
    var rules: CardRules? { regulation.cardTypes[decision.cardType] }
    var card: String { rules?.label[language] ?? decision.cardType.rawValue }

    var status: LetterStatus {
        LetterStatus(decision, isConfirmed: particulars.confirmedOn != nil)
    }

    /// The municipality, and who decides for it.
    var sender: String {
        guard regulation.operator.kind == .delegated, let name = regulation.operator.name else {
            return regulation.name[language]
        }
        return "\(regulation.name[language]) – \(name)"
    }

    var title: String {
        switch (decision.outcome, status) {
        case (.granted, .draftForOfficial):
            wording.say("Ontwerp van toekenning: \(card)", "Projet d'octroi : \(card)")
        case (.granted, _):
            wording.say("Uw aanvraag is toegekend: \(card)", "Votre demande est acceptée : \(card)")
        case (.refusalProposed, .draftForOfficial):
            wording.say("Ontwerp van weigering: \(card)", "Projet de refus : \(card)")
        case (.refusalProposed, _):
            wording.say("Uw aanvraag is geweigerd: \(card)", "Votre demande est refusée : \(card)")
        case (.undetermined, _):
            wording.say(
                "Uw aanvraag wordt nog onderzocht: \(card)",
                "Votre demande est encore à l'examen : \(card)")
        }
    }

    var warnings: [String] {
        var warnings: [String] = []
        if status == .draftForOfficial {
            warnings.append(
                wording.say(
                    "Ontwerp voor de ambtenaar. Deze brief mag niet worden verzonden voordat een "
                        + "ambtenaar de voorgestelde beslissing heeft bevestigd (AVG, artikel 22).",
                    "Projet destiné à l'agent. Cette lettre ne peut être envoyée avant qu'un agent "
                        + "ait confirmé la décision proposée (RGPD, article 22)."))
        }
        if let notice = decision.regulation.status.notice { warnings.append(notice[language]) }
        if !texts.isConfirmed {
            warnings.append(
                wording.say(
                    "Teksten die met [ontwerp] gemerkt zijn, zijn nog niet nagekeken.",
                    "Les textes marqués [projet] n'ont pas encore été vérifiés."))
        }
        return warnings
    }

    var opening: [String] {
        let place = regulation.name[language]
        switch decision.outcome {
        case .granted:
            return [
                wording.say(
                    "\(place) kent u de kaart “\(card)” toe.",
                    "\(place) vous accorde la carte « \(card) »."), howItWasMade,
            ]
        case .refusalProposed:
            let sentence =
                status == .draftForOfficial
                ? wording.say(
                    "Voorgesteld wordt u de kaart “\(card)” te weigeren.",
                    "Il est proposé de vous refuser la carte « \(card) ».")
                : wording.say(
                    "\(place) weigert u de kaart “\(card)”.",
                    "\(place) vous refuse la carte « \(card) ».")
            return [sentence, howItWasMade]
        case .undetermined:
            return [
                wording.say(
                    "Over uw aanvraag voor de kaart “\(card)” is nog niet beslist. Dit is geen "
                        + "weigering.",
                    "Votre demande de la carte « \(card) » n'a pas encore fait l'objet d'une "
                        + "décision. Ceci n'est pas un refus.")
            ]
        }
    }

    private var howItWasMade: String {
        if let day = particulars.confirmedOn {
            return wording.say(
                "Een ambtenaar heeft deze beslissing bevestigd op \(wording.day(day)).",
                "Un agent a confirmé cette décision le \(wording.day(day)).")
        }
        if status == .draftForOfficial {
            return wording.say(
                "Een ambtenaar moet deze beslissing nog bevestigen.",
                "Un agent doit encore confirmer cette décision.")
        }
        return wording.say(
            "Deze beslissing is automatisch genomen. U kunt vragen dat een ambtenaar ze opnieuw "
                + "bekijkt (AVG, artikel 22).",
            "Cette décision a été prise automatiquement. Vous pouvez demander qu'un agent la "
                + "réexamine (RGPD, article 22).")
    }
}
