import Facts

/// The rules of a card in words.
struct RuleWording {
    let language: Language
    let regulation: Regulation

    func say(_ dutch: String, _ french: String) -> String { language == .fr ? french : dutch }

    func quota(_ terms: CardTerms) -> [String] {
        var lines = [maximum(terms.maximum, terms.key, nil)]
        for sector in regulation.sectors.sectors {
            guard let most = terms.maximumBySector[sector.id] else { continue }
            lines.append(maximum(most, terms.key, sector.label[language]))
        }
        if let cap = terms.municipalCap {
            lines.append(
                say(
                    "De gemeente geeft hoogstens \(cap) kaarten.",
                    "La commune délivre au plus \(cap) cartes."))
        }
        let plates = terms.rules.quota.platesPerCard
        if plates > 1 {
            lines.append(
                say(
                    "Op een kaart mogen \(plates) nummerplaten staan.",
                    "Une carte peut porter \(plates) plaques."))
        }
        if let sharing = terms.rules.quota.carSharing {
            lines.append(
                say(
                    "Een nummerplaat staat op één kaart, tenzij minstens \(sharing.leastUsers) "
                        + "mensen de auto delen van wie er \(sharing.leastDomiciledInRegion) in "
                        + "het Gewest wonen.",
                    "Une plaque figure sur une seule carte, sauf si au moins "
                        + "\(sharing.leastUsers) personnes, dont \(sharing.leastDomiciledInRegion) "
                        + "domiciliées dans la Région, partagent la voiture."))
        }
        if let visits = terms.visits, let rule = terms.rules.quota.allowance {
            lines += allowance(visits, rule)
        }
        return lines
    }

    private func allowance(_ visits: Int, _ rule: Allowance) -> [String] {
        let minutes = rule.unit.minutes
        let length = "\(minutes / 60) u \(minutes % 60) min"
        let duree = "\(minutes / 60) h \(minutes % 60) min"
        var lines = [
            say(
                "\(visits) bezoeken van \(length) per \(term(rule.per)), waarvan \(rule.free) "
                    + "gratis.",
                "\(visits) visites de \(duree) par \(term(rule.per)), dont \(rule.free) gratuites.")
        ]
        if let scale = rule.scale {
            lines.append(
                say(
                    "Vanaf \(scale.fromAge) jaar: \(scale.visits) bezoeken.",
                    "À partir de \(scale.fromAge) ans : \(scale.visits) visites."))
        }
        return lines
    }

    private func maximum(_ maximum: QuotaMaximum, _ key: QuotaKey, _ sector: String?) -> String {
        let place = sector.map { "\($0): " } ?? ""
        switch maximum {
        case .cards(let most):
            return place
                + say(
                    "Hoogstens \(most) \(most == 1 ? "kaart" : "kaarten") per \(key.noun.nl).",
                    "Au plus \(most) \(most == 1 ? "carte" : "cartes") par \(key.noun.fr).")
        case .staffShare(let perMille, let above):
            let share = "\(perMille / 10) %"
            return place
                + say(
                    "Boven \(above) personeelsleden: hoogstens kaarten voor \(share) van het "
                        + "personeel.",
                    "Au-delà de \(above) membres du personnel : au plus des cartes pour \(share) du "
                        + "personnel.")
        }
    }

    func tariff(_ tariff: Tariff, _ billing: Billing) -> [String] {
        let per = billing == .yearly ? say("per jaar", "par an") : say("per maand", "par mois")
        switch tariff {
        case .ranks(let amounts):
            return amounts.enumerated().map { index, amount in
                say("Kaart \(index + 1)", "Carte \(index + 1)") + ": \(amount.text) EUR \(per)"
            }
        case .bands(let bands):
            return bands.map { band in
                let range =
                    band.upTo.map { say("Tot kaart \($0)", "Jusqu'à la carte \($0)") }
                    ?? say("Daarboven", "Au-delà")
                return "\(range): \(band.amount.text) EUR \(per)"
            }
        }
    }

    func validity(_ validity: CardValidity) -> String {
        let options = validity.options.map(term).joined(separator: say(" of ", " ou "))
        let ranks = validity.byRank.sorted { $0.key < $1.key }.map {
            say("kaart \($0): \(term($1))", "carte \($0) : \(term($1))")
        }
        let detail = ranks.isEmpty ? "" : " (\(ranks.joined(separator: ", ")))"
        return say("Duur: \(options)\(detail).", "Durée : \(options)\(detail).")
    }

    func renewal(_ renewal: RenewalRules) -> String {
        switch renewal.mode {
        case .automatic:
            say(
                "Wordt automatisch vernieuwd vanaf \(renewal.window.days) dagen voor het einde.",
                "Renouvelée automatiquement à partir de \(renewal.window.days) jours avant la fin.")
        case .onRequest:
            say(
                "Wordt op aanvraag vernieuwd vanaf \(renewal.window.days) dagen voor het einde.",
                "Renouvelée sur demande à partir de \(renewal.window.days) jours avant la fin.")
        }
    }

    func variant(
        _ variant: CardVariant, _ changes: VariantRules, _ terms: CardTerms
    ) -> [String] {
        var lines = ["\(variant.noun[language]):"]
        if changes.maximum != nil { lines.append("  " + quota(terms)[0]) }
        if changes.tariff != nil {
            lines += tariff(terms.tariff, terms.rules.billing).map { "  \($0)" }
        }
        for id in ConditionID.allCases where changes.waivesUnknown.contains(id) {
            lines.append(
                "  "
                    + say(
                        "Hoeft niet bekend te zijn: \(id.label.nl).",
                        "Ne doit pas être connu : \(id.label.fr)."))
        }
        return lines
    }

    func term(_ term: Term) -> String {
        if term.months.isMultiple(of: 12) {
            let years = term.months / 12
            return say("\(years) jaar", years == 1 ? "1 an" : "\(years) ans")
        }
        return say(
            term.months == 1 ? "1 maand" : "\(term.months) maanden", "\(term.months) mois")
    }
}

extension QuotaKey {
    fileprivate var noun: LocalizedText {
        switch self {
        case .household: LocalizedText(nl: "gezin", fr: "ménage")
        case .address: LocalizedText(nl: "adres", fr: "adresse")
        case .dwellingUnit: LocalizedText(nl: "wooneenheid", fr: "logement")
        case .person: LocalizedText(nl: "persoon", fr: "personne")
        case .enterprise: LocalizedText(nl: "onderneming", fr: "entreprise")
        case .establishment: LocalizedText(nl: "vestiging", fr: "unité d'établissement")
        }
    }
}

extension CardVariant {
    var noun: LocalizedText {
        switch self {
        case .secondHome: LocalizedText(nl: "Tweede verblijf", fr: "Seconde résidence")
        case .temporary: LocalizedText(nl: "Tijdelijke kaart", fr: "Carte temporaire")
        case .provisional: LocalizedText(nl: "Voorlopige kaart", fr: "Carte provisoire")
        case .normal: LocalizedText(nl: "Gewone kaart", fr: "Carte ordinaire")
        }
    }
}
