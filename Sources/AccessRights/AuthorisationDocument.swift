import Facts
import StrictYAML

/// Reads the terms of an authorisation from the entries of its document.
struct AuthorisationDocument {
    private var reader: YAMLReader

    init(_ reader: YAMLReader) { self.reader = reader }

    /// - Throws: every issue of form and of sense.
    mutating func read() throws(YAMLIssues) -> AuthorisationTerms {
        let population = population()
        let scope = applications()
        let grants = grants(about: population)
        let validity = validity()
        let knownSince = reader.calendarDate("knownSince")
        if let validity, let knownSince {
            reader.demand(AuthorisationRules.knownSince(knownSince, validity), at: "knownSince")
        }
        let (id, title, deliberation, organisation, purpose, conditions, retention, disclosure) = (
            reader.text("id", expected: YAMLReader.name) { try AuthorisationID(parsing: $0) },
            reader.localized("title"), deliberation(), reader.enterpriseNumber("organisation"),
            purpose(), conditions(),
            retention(), disclosure()
        )
        let all = try reader.complete(
            id, title, deliberation, organisation, scope, purpose, grants, population, validity,
            knownSince, conditions, retention, disclosure)
        return AuthorisationTerms(
            id: all.0, title: all.1, grantedBy: all.2, organisation: all.3, applications: all.4,
            purpose: all.5, attributes: all.6.attributes, verifications: all.6.verifications,
            references: all.6.references, population: all.7, validity: all.8, knownSince: all.9,
            conditions: all.10,
            retention: all.11, disclosure: all.12)
    }

    private mutating func deliberation() -> Deliberation? {
        reader.mapping("grantedBy") { reader in
            let body = reader.localized("body")
            let number = reader.prose("number")
            let date = reader.calendarDate("date")
            guard let body, let number, let date else { return nil }
            return Deliberation(body: body, number: number, date: date)
        }
    }

    private mutating func applications() -> ApplicationScope? {
        if reader.optionalNode("applications")?.text == "all" { return .all }
        let named = reader.distinct("applications", expected: YAMLReader.name) {
            try ApplicationID(parsing: $0)
        }
        guard let named else { return nil }
        reader.demand(AuthorisationRules.applications(.named(named)), at: "applications")
        return .named(named)
    }

    private mutating func purpose() -> Purpose? {
        reader.mapping("purpose") { reader in
            let id = reader.text("id", expected: YAMLReader.name) { try PurposeID(parsing: $0) }
            let label = reader.localized("label")
            let acts = reader.list("legalBasis") { $0.localizedText() }
            let context = reader.prose("legalContext")
            reader.demand(acts.flatMap(AuthorisationRules.legalBasis), at: "legalBasis")
            reader.demand(context.flatMap(AuthorisationRules.legalContext), at: "legalContext")
            guard let id, let label, let acts, let context else { return nil }
            return Purpose(id: id, label: label, legalBasis: acts, legalContext: context)
        }
    }

    private typealias Grants = (
        attributes: Set<AttributeID>, verifications: Set<VerificationID>,
        references: ReferenceGrant?
    )

    private mutating func grants(about population: Population?) -> Grants? {
        reader.mapping("grants") { reader in
            let attributes = reader.has("attributes") ? reader.grantedAttributes() : []
            let verifications = reader.has("verifications") ? reader.grantedVerifications() : []
            let namesReferences = reader.has("references")
            let references = namesReferences ? reader.referenceGrant() : nil
            if let attributes, let verifications {
                let key = reader.keys.first ?? "attributes"
                if !namesReferences {
                    reader.demand(
                        AuthorisationRules.grants(attributes, verifications, nil), at: key)
                }
            }
            if let attributes, let population {
                reader.demand(
                    AuthorisationRules.attributes(attributes, about: population),
                    at: "attributes")
            }
            if let verifications, let population {
                reader.demand(
                    AuthorisationRules.verifications(verifications, about: population),
                    at: "verifications")
            }
            guard let attributes, let verifications, namesReferences == (references != nil)
            else { return nil }
            return (attributes, verifications, references)
        }
    }

    private mutating func population() -> Population? {
        switch reader.optionalNode("population")?.text {
        case "everyone": return .everyone
        case "householdOfApplicant": return .householdOfApplicant
        default: break
        }
        return reader.mapping("population") { reader in
            if reader.has("holdersOf") {
                let kinds = reader.referenceKinds("holdersOf")
                reader.demand(
                    kinds.flatMap { AuthorisationRules.population(.holders(of: $0)) },
                    at: "holdersOf")
                return kinds.map { .holders(of: $0) }
            }
            if reader.has("ownCitizensOf") {
                let code = reader.text(
                    "ownCitizensOf", expected: "the NIS code of a municipality"
                ) { try NISCode(parsing: $0) }
                return code.map { .ownCitizens(of: $0) }
            }
            let codes = reader.distinct("residentsOf", expected: "the NIS code of a municipality") {
                try NISCode(parsing: $0)
            }
            guard let codes else { return nil }
            reader.demand(
                AuthorisationRules.population(.residents(of: codes)), at: "residentsOf")
            return .residents(of: codes)
        }
    }

    private mutating func validity() -> Validity? {
        reader.mapping("validity") { reader in
            let from = reader.calendarDate("from")
            let until = reader.has("until") ? reader.calendarDate("until") : nil
            guard let from else { return nil }
            let validity = Validity(from: from, until: until)
            reader.demand(AuthorisationRules.until(validity), at: "until")
            return validity
        }
    }

    private mutating func conditions() -> AuthorisationConditions? {
        reader.mapping("conditions") { reader in
            let dossier = reader.boolean("dossierRequired")
            let official = reader.boolean("officialRequired")
            let namesKinds = reader.has("openDossier")
            let openDossier = namesKinds ? reader.referenceKinds("openDossier") : nil
            let namesQuota = reader.has("quota")
            let quota = namesQuota ? reader.quota() : nil
            guard let dossier, let official, namesKinds == (openDossier != nil),
                namesQuota == (quota != nil)
            else { return nil }
            let conditions = AuthorisationConditions(
                dossierRequired: dossier, officialRequired: official, openDossier: openDossier,
                quota: quota)
            reader.demand(AuthorisationRules.openDossier(conditions), at: "openDossier")
            reader.demand(AuthorisationRules.quota(conditions), at: "quota")
            return conditions
        }
    }

    /// A class that nobody knows would keep its entries for a time that nobody knows.
    private mutating func retention() -> RetentionClass? {
        let known = RetentionClass.known.map(\.text).joined(separator: ", ")
        return reader.text("retention", expected: "one of: \(known)") { text in
            RetentionClass.known.first { $0.text == text }
        }
    }

    private mutating func disclosure() -> CitizenDisclosure? {
        if reader.optionalNode("disclosure")?.text == "atOnce" { return .atOnce }
        return reader.mapping("disclosure") { reader in
            let range = AuthorisationRules.disclosureMonths
            let months = reader.integer(
                "months", in: Int64(range.lowerBound)...Int64(range.upperBound))
            let legalBasis = reader.localized("legalBasis")
            guard let months, let legalBasis else { return nil }
            return .after(months: Int(months), legalBasis: legalBasis)
        }
    }
}

extension YAMLReader {
    fileprivate mutating func referenceKinds(_ key: String) -> Set<ReferenceKind>? {
        distinct(key, expected: YAMLReader.name) { try ReferenceKind(parsing: $0) }
    }

    fileprivate mutating func referenceGrant() -> ReferenceGrant? {
        let grant = mapping("references") { reader -> ReferenceGrant? in
            let range = AuthorisationRules.referenceDays
            let kinds = reader.referenceKinds("kinds")
            let days = reader.integer(
                "maximumDays", in: Int64(range.lowerBound)...Int64(range.upperBound))
            guard let kinds, let days else { return nil }
            return ReferenceGrant(kinds: kinds, maximumDays: Int(days))
        }
        demand(grant.flatMap(AuthorisationRules.references), at: "references")
        return grant
    }

    fileprivate mutating func quota() -> Quota? {
        mapping("quota") { reader in
            let range = AuthorisationRules.quotaBounds
            let bounds = Int64(range.lowerBound)...Int64(range.upperBound)
            let perDay = reader.has("perDay") ? reader.integer("perDay", in: bounds) : nil
            let perOfficial =
                reader.has("perOfficialPerDay")
                ? reader.integer("perOfficialPerDay", in: bounds) : nil
            return Quota(
                perDay: perDay.map { Int($0) }, perOfficialPerDay: perOfficial.map { Int($0) })
        }
    }

    /// The attributes and the groups that stand for all of theirs; nothing is named twice.
    fileprivate mutating func grantedAttributes() -> Set<AttributeID>? {
        var known: Set<AttributeID> = []
        let expected = "an attribute of the catalogue or a group (person, vehicle, …), named once"
        let named = texts("attributes", expected: expected) { text -> [AttributeID]? in
            let ids =
                AttributeGroup(rawValue: text)?.attributes
                ?? AttributeID(rawValue: text).map { [$0] } ?? []
            guard !ids.isEmpty, known.isDisjoint(with: ids) else { return nil }
            known.formUnion(ids)
            return ids
        }
        return named == nil ? nil : known
    }

    fileprivate mutating func grantedVerifications() -> Set<VerificationID>? {
        let known = VerificationID.allCases.map(\.rawValue).joined(separator: ", ")
        return distinct("verifications", expected: "one of: \(known)") {
            VerificationID(rawValue: $0)
        }
    }
}
