import Facts

/// What must be true of the terms of an authorisation, besides their form. Each rule gives what
/// "must be" there when it is broken.
enum AuthorisationRules {
    /// Everything that is wrong with terms that nobody read from a text.
    static func issues(of terms: AuthorisationTerms) -> [DocumentIssue] {
        let broken: [(path: String, expected: String?)] = [
            ("applications", applications(terms.applications)),
            ("purpose.legalContext", legalContext(terms.purpose.legalContext)),
            ("purpose.legalBasis", legalBasis(terms.purpose.legalBasis)),
            ("grants", grants(terms.attributes, terms.verifications, terms.references)),
            ("grants.references", terms.references.flatMap(references)),
            ("population", population(terms.population)),
            ("grants.attributes", attributes(terms.attributes, about: terms.population)),
            (
                "grants.verifications",
                verifications(terms.verifications, about: terms.population)
            ),
            ("validity.until", until(terms.validity)),
            ("knownSince", knownSince(terms.knownSince, terms.validity)),
            ("conditions.openDossier", openDossier(terms.conditions)),
            ("conditions.quota", quota(terms.conditions)),
            ("disclosure.months", disclosure(terms.disclosure)),
        ]
        let texts = texts(of: terms).filter { !DocumentText.isAcceptable($0.text) }
        return broken.compactMap { path, expected in
            expected.map { DocumentIssue(path: path, line: nil, problem: "must be \($0)") }
        }
            + texts.map {
                DocumentIssue(
                    path: $0.path, line: nil, problem: "must be \(DocumentText.expected)")
            }
    }

    static func applications(_ scope: ApplicationScope) -> String? {
        scope == .named([]) ? "`all` or a list of at least one application" : nil
    }

    /// The Crossroads Bank's own limit (`LegalContextType`).
    static func legalContext(_ text: String) -> String? {
        (1...64).contains(text.unicodeScalars.count) ? nil : "a text of 1 to 64 characters"
    }

    static func legalBasis(_ acts: [LocalizedText]) -> String? {
        acts.isEmpty ? "a list of at least one act: no purpose without a legal basis" : nil
    }

    static func grants(
        _ attributes: Set<AttributeID>, _ verifications: Set<VerificationID>,
        _ references: ReferenceGrant?
    ) -> String? {
        attributes.isEmpty && verifications.isEmpty && references == nil
            ? "at least one attribute, verification or kind of reference: it grants nothing" : nil
    }

    /// A dossier ends before the keys of its month are retired, which box its subject.
    static let referenceDays = 1...3653

    static func references(_ grant: ReferenceGrant) -> String? {
        grant.kinds.isEmpty || !referenceDays.contains(grant.maximumDays)
            ? "at least one kind, for \(referenceDays.lowerBound) to "
                + "\(referenceDays.upperBound) days" : nil
    }

    static func openDossier(_ conditions: AuthorisationConditions) -> String? {
        conditions.openDossier?.isEmpty == true ? "a list of at least one kind" : nil
    }

    static let quotaBounds = 1...1_000_000_000

    static func quota(_ conditions: AuthorisationConditions) -> String? {
        guard let quota = conditions.quota else { return nil }
        let bounds = [quota.perDay, quota.perOfficialPerDay].compactMap { $0 }
        guard !bounds.isEmpty, bounds.allSatisfy(quotaBounds.contains) else {
            return "`perDay` or `perOfficialPerDay` or both, from \(quotaBounds.lowerBound) to "
                + "\(quotaBounds.upperBound)"
        }
        return quota.perOfficialPerDay != nil && !conditions.officialRequired
            ? "without `perOfficialPerDay` unless `officialRequired` is true: "
                + "who is not known cannot be counted" : nil
    }

    static func population(_ population: Population) -> String? {
        switch population {
        case .residents([]): "`everyone` or the residents of at least one municipality"
        case .holders([]): "`everyone` or the holders of at least one kind of dossier"
        case .everyone, .residents, .ownCitizens, .householdOfApplicant, .holders: nil
        }
    }

    static func attributes(
        _ attributes: Set<AttributeID>, about population: Population
    ) -> String? {
        residenceProblem(attributes.map(\.group.source), population)
    }

    static func verifications(
        _ verifications: Set<VerificationID>, about population: Population
    ) -> String? {
        residenceProblem(verifications.map(\.source), population)
    }

    static func until(_ validity: Validity) -> String? {
        guard let until = validity.until, until < validity.from else { return nil }
        return "the day of `from` or a later one"
    }

    static func knownSince(_ day: CalendarDate, _ validity: Validity) -> String? {
        guard let until = validity.until, until < day else { return nil }
        return "the day of `validity.until` or an earlier one: it would never hold"
    }

    static func disclosure(_ disclosure: CitizenDisclosure) -> String? {
        guard case .after(let months, _) = disclosure, !disclosureMonths.contains(months) else {
            return nil
        }
        return "from \(disclosureMonths.lowerBound) to \(disclosureMonths.upperBound)"
    }

    /// Nothing is kept from the citizen for longer than the log keeps it.
    static let disclosureMonths = 1...120

    /// A plate and an enterprise number have no main residence that the gateway could check before
    /// it gives anything.
    private static func residenceProblem(_ sources: [Source], _ population: Population) -> String? {
        switch population {
        case .everyone, .holders: return nil
        case .residents, .ownCitizens, .householdOfApplicant: break
        }
        let unchecked = sources.contains { source in
            switch source {
            case .nationalRegister, .drivingLicences: false
            case .vehicleRegister, .enterpriseRegister: true
            }
        }
        return unchecked
            ? "without vehicles and enterprises when the population is residents, own citizens or a "
                + "household: whether a plate or an enterprise number belongs to one of them "
                + "cannot be checked"
            : nil
    }

    private static func texts(of terms: AuthorisationTerms) -> [(path: String, text: String)] {
        var texts = texts(of: terms.title, at: "title")
        texts += Self.texts(of: terms.grantedBy.body, at: "grantedBy.body")
        texts.append(("grantedBy.number", terms.grantedBy.number))
        texts += Self.texts(of: terms.purpose.label, at: "purpose.label")
        for (index, act) in terms.purpose.legalBasis.enumerated() {
            texts += Self.texts(of: act, at: "purpose.legalBasis[\(index)]")
        }
        texts.append(("purpose.legalContext", terms.purpose.legalContext))
        if case .after(_, let legalBasis) = terms.disclosure {
            texts += Self.texts(of: legalBasis, at: "disclosure.legalBasis")
        }
        return texts
    }

    private static func texts(
        of text: LocalizedText, at path: String
    ) -> [(path: String, text: String)] {
        [("\(path).nl", text.nl), ("\(path).fr", text.fr)]
            + (text.en.map { [("\(path).en", $0)] } ?? [])
    }
}
