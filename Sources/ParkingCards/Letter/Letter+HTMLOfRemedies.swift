import Facts

extension Letter {
    /// What can be done against it, the ombudsman among it.
    var remedySection: HTMLNode {
        var nodes = remedies.map { remedy in
            let lines = [
                LetterLine(
                    label: wording.say("Waar", "Où"), text: marked(remedy.body, remedy.isConfirmed)),
                LetterLine(
                    label: wording.say("Hoe", "Comment"),
                    text: marked(remedy.form, remedy.isConfirmed)),
                LetterLine(
                    label: wording.say("Binnen welke termijn", "Dans quel délai"),
                    text: marked(remedy.term, remedy.isConfirmed)),
            ]
            return list(lines)
        }
        nodes.append(.element(.h3, wording.say("Ombudsdienst", "Médiateur")))
        nodes.append(.element(.p, text(ombudsman)))
        let title =
            remedies.isEmpty
            ? wording.say("Bij wie u terechtkunt", "À qui vous adresser")
            : wording.say("Wat u tegen deze beslissing kunt doen", "Vos voies de recours")
        return section("remedies", title, nodes)
    }

    var contactSection: HTMLNode {
        section(
            "contact", wording.say("Contactpersoon", "Personne de contact"), [list(contactLines)])
    }

    var contactLines: [LetterLine] {
        var lines = [
            LetterLine(
                label: wording.say("Naam", "Nom"), text: marked(contact.name, contact.isConfirmed))
        ]
        if let address = contact.address {
            lines.append(
                LetterLine(
                    label: wording.say("Adres", "Adresse"),
                    text: marked(address, contact.isConfirmed)))
        }
        if let telephone = contact.telephone {
            lines.append(
                LetterLine(label: wording.say("Telefoon", "Téléphone"), text: telephone))
        }
        if let email = contact.email {
            lines.append(LetterLine(label: wording.say("E-mail", "Courriel"), text: email))
        }
        return lines
    }

    /// The law on which it rests.
    var lawSection: HTMLNode {
        section(
            "law", wording.say("Rechtsgronden", "Bases légales"),
            [.element(.ul, law.map { .element(.li, [.element(.p, wording.citation($0))]) })])
    }

    /// The very text that was applied, so that the decision can be made again.
    var closing: HTMLNode {
        let citation = decision.regulation
        let text = wording.say(
            "Toegepast reglement: \(citation.id.text), regels van "
                + "\(wording.day(citation.validOn)) zoals bekend op "
                + "\(wording.day(citation.knownOn)).",
            "Règlement appliqué : \(citation.id.text), règles du "
                + "\(wording.day(citation.validOn)) telles que connues le "
                + "\(wording.day(citation.knownOn)).")
        return .element(
            .footer, [.style("small")],
            [
                .element(.p, text),
                .element(.p, [.text("SHA-256 "), .element(.code, citation.hash.hexadecimal)]),
            ])
    }

    private func marked(_ text: LocalizedText, _ isConfirmed: Bool) -> String {
        self.text(LetterText(text[language], isDraft: !isConfirmed))
    }
}
