import Facts

extension RuleWording {
    /// A condition in words, with its limits, its legal basis, what can take its place, and what
    /// follows when it is not known.
    func condition(_ condition: Condition, indent: Int) -> [String] {
        let space = String(repeating: " ", count: indent)
        var text = "\(space)- \(condition.id.label[language])"
        if let detail = detail(condition.requirement) { text += " (\(detail))" }
        var lines = ["\(text) [\(condition.reference.id)]"]
        if case .anyOf(let members) = condition.requirement {
            for member in members { lines += self.condition(member, indent: indent + 2) }
        }
        if case .atDisposal(let ways) = condition.requirement {
            lines += ways.map { "\(space)    · \(way($0))" }
        }
        lines += choices(condition.choices).map { "\(space)    \($0)" }
        return lines
    }

    /// The limit that a condition sets, where it sets one.
    func detail(_ requirement: Requirement) -> String? {
        switch requirement {
        case .window(let opens, let closes):
            [opens?.text, closes?.text].map { $0 ?? "…" }.joined(separator: " – ")
        case .adult(let age): say("\(age) jaar", "\(age) ans")
        case .resident(_, let sector?), .establishmentInSector(let sector?):
            regulation.sectors.sectors.first { $0.id == sector }?.label[language]
        case .category(let categories):
            categories.sorted().map(\.rawValue).joined(separator: ", ")
        case .maximumMass(let kilograms):
            say("hoogstens \(kilograms) kg", "au plus \(kilograms) kg")
        case .maximumLength(let length), .maximumHeight(let length):
            say("hoogstens \(metres(length)) m", "au plus \(metres(length)) m")
        case .activity(let codes): "NACE " + codes.sorted().joined(separator: ", ")
        case .staff(let least): say("minstens \(least)", "au moins \(least)")
        case .mayDrive(let category): category.rawValue
        case .carShareGroup(let sharing): "\(sharing.leastUsers)"
        case .plateKind(.allBut(let kinds)):
            say("niet: ", "pas : ")
                + kinds.sorted().map { $0.name[language] }.joined(separator: ", ")
        case .plateKind(.only(let kinds)):
            kinds.sorted().map { $0.name[language] }.joined(separator: ", ")
        case .plateFree, .municipalCap, .alive, .resident, .householdMember, .sharedCustodyChild,
            .addressShown, .secondHomeTax, .mandate, .quota, .enterpriseActive,
            .establishmentInSector, .function, .careRecognised, .disabilityCard, .registered,
            .heldBy, .atDisposal, .lowEmission, .anyOf:
            nil
        }
    }

    private func metres(_ centimetres: Int) -> String {
        let rest = centimetres % 100
        return "\(centimetres / 100),\(rest < 10 ? "0" : "")\(rest)"
    }

    private func way(_ way: Requirement.Disposal) -> String {
        var parts: [String] = []
        switch way.holder {
        case .applicant: parts.append(say("op uw naam ingeschreven", "immatriculé à votre nom"))
        case .enterprise:
            parts.append(
                say(
                    "op naam van een onderneming ingeschreven",
                    "immatriculé au nom d'une entreprise")
            )
        case nil: break
        }
        if !way.functions.isEmpty {
            parts.append(
                say("waarin u een functie hebt", "dans laquelle vous exercez une fonction"))
        }
        if let document = way.document {
            parts.append(say("met ", "avec ") + document.name[language])
        }
        return parts.joined(separator: ", ")
    }

    private func choices(_ choices: ConditionChoices) -> [String] {
        var lines: [String] = []
        for alternative in choices.alternatives {
            let name = alternative.document.name[language]
            let card =
                alternative.variant == .normal ? "" : ": \(alternative.variant.noun[language])"
            let length = alternative.validity.map { " (\(term($0)))" } ?? ""
            lines.append(say("Of met ", "Ou avec ") + name + card + length)
        }
        if let cure = choices.cure {
            lines.append(
                say(
                    "U hebt \(cure.days) dagen om dit recht te zetten.",
                    "Vous avez \(cure.days) jours pour y remédier."))
        }
        if choices.whenMissing == .ignore {
            lines.append(
                say(
                    "Telt niet als geen register het weet.",
                    "Ne compte pas si aucun registre ne le sait."))
        }
        if choices.whenMissing == .no || choices.notFound == .no {
            lines.append(
                say(
                    "Wat in het register ontbreekt, telt als niet vervuld.",
                    "Ce qui manque au registre compte comme non rempli."))
        }
        return lines
    }
}

extension SupportingDocument.Kind {
    /// The document in words.
    var name: LocalizedText {
        switch self {
        case .employerAttestation:
            LocalizedText(nl: "een attest van de werkgever", fr: "une attestation de l'employeur")
        case .leaseContract:
            LocalizedText(nl: "een leasingcontract", fr: "un contrat de leasing")
        case .insuranceDriver:
            LocalizedText(
                nl: "een verzekeringspolis die u als bestuurder noemt",
                fr: "une police d'assurance qui vous désigne comme conducteur")
        case .statutes: LocalizedText(nl: "de statuten", fr: "les statuts")
        case .garageAttestation:
            LocalizedText(nl: "een attest van de garage", fr: "une attestation du garage")
        case .model2: LocalizedText(nl: "model 2", fr: "le modèle 2")
        case .divApplication:
            LocalizedText(
                nl: "de aanvraag tot inschrijving bij de DIV",
                fr: "la demande d'immatriculation à la DIV")
        case .secondHomeTax:
            LocalizedText(
                nl: "de belasting op het tweede verblijf",
                fr: "la taxe sur la seconde résidence")
        case .protocolAttest:
            LocalizedText(nl: "een attest van het Protocol", fr: "une attestation du Protocole")
        case .licenceCopy:
            LocalizedText(nl: "een kopie van het rijbewijs", fr: "une copie du permis")
        case .careRecognition:
            LocalizedText(nl: "een erkenning als zorgverstrekker", fr: "un agrément de soignant")
        case .disabilityCard:
            LocalizedText(
                nl: "een kaart voor personen met een handicap",
                fr: "une carte pour personnes handicapées")
        case .carShareGroup:
            LocalizedText(
                nl: "de overeenkomst van de autodeelgroep",
                fr: "la convention du groupe de voiture partagée")
        case .mandate: LocalizedText(nl: "een volmacht", fr: "un mandat")
        case .staffDeclaration:
            LocalizedText(
                nl: "een verklaring over het personeel", fr: "une déclaration de personnel")
        }
    }
}
