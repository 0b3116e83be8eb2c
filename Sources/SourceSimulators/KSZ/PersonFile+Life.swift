import Facts
import XMLDocuments

/// Birth, civil state, death, and moves that are not confirmed.
extension PersonFile {
    var birthPlace: XMLElement {
        // Every fifth was born elsewhere: a country with free text instead of a code.
        let isAbroad = person.register == .foreigners
        let place =
            isAbroad
            ? E.element(
                "Place2",
                [
                    E.coded("Country", "111", language == .nl ? "Frankrijk" : "France"),
                    E.text("Graphic", "Ville-Imaginaire"),
                ]) : E.coded("Place1", "21004", language == .nl ? "Brussel" : "Bruxelles")
        return E.element(
            "BirthPlace",
            [E.date(person.birthDate), E.text("ActNumber", "0000"), place], type: "100")
    }

    var civilStates: XMLElement {
        let state = person.civilState
        var children: [XMLElement]
        switch state {
        case .single: children = [E.date(person.birthDate)]
        case .married(_, let since), .widowed(let since), .divorced(let since):
            children = [E.date(since)]
        }
        children.append(E.coded("CivilState", state.code, state.label[language]))
        if case .married(let spouse?, _) = state {
            children.append(
                E.element(
                    "Spouse",
                    [E.element("NationalNumber", [E.text("NationalNumber", spouse.digits)])]))
        }
        return E.element("CivilStates", [E.element("CivilState", children, type: "120")])
    }

    var deceases: XMLElement? {
        guard case .deceased(let date) = person.departure else { return nil }
        let place = E.coded("Place1", "21015", Municipality.schaerbeek.name[language])
        return E.element(
            "Deceases",
            [
                E.element(
                    "Decease",
                    [
                        E.date(date),
                        E.element("Decease", [E.text("ActNumber", "0000"), place]),
                    ], type: "150")
            ])
    }

    var addressChangeIntention: XMLElement? {
        guard case .intention(let municipality, let name, let date) = person.pendingMove else {
            return nil
        }
        return E.element(
            "AddressChangeIntention",
            [
                E.element(
                    "Address",
                    [
                        E.date(date),
                        E.coded("DestinationPlace", municipality.digits, name[language]),
                    ], type: "005")
            ])
    }

    var addressChangeDeclaration: XMLElement? {
        guard case .declaration(let date) = person.pendingMove else { return nil }
        return E.element(
            "AddressChangeDeclaration",
            [
                E.date(date),
                E.element("Address", [E.text("Graphic", "1030 RUE DES PERSONNAGES 99")]),
            ], type: "019")
    }

    var sharedHostings: XMLElement? {
        guard let hosting = person.alsoHosted else { return nil }
        // The codes of this role are not published: this one is invented and says so.
        var children = [
            E.date(hosting.since), E.coded("Role", "S1", "simulated, no published code"),
        ]
        if let parent = hosting.otherParent {
            children.append(
                E.element("NationalNumber", [E.text("NationalNumber", parent.digits)]))
        }
        return E.element(
            "SharedHostings", [E.element("SharedHosting", children, type: "021")])
    }

    var residenceUpdateDates: XMLElement? {
        guard person.address != nil else { return nil }
        return E.element(
            "ResidenceUpdateDates",
            [E.element("ResidenceUpdateDate", [E.date(person.residentSince)], type: "251")])
    }

    var notCommunicable: XMLElement? {
        guard person.hasProtectedAddress else { return nil }
        let start = person.residentSince
        return E.element(
            "NotCommunicable",
            [
                E.date(start), E.date("StartDate", start),
                E.date("EndDate", start.adding(months: 12 * 40)),
            ], type: "252")
    }
}
