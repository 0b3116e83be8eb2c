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
            population: all.7, validity: all.8, knownSince: all.9, conditions: all.10,
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

    private typealias Grants = (attributes: Set<AttributeID>, verifications: Set<VerificationID>)

    private mutating func grants(about population: Population?) -> Grants? {
        reader.mapping("grants") { reader in
            let attributes = reader.has("attributes") ? reader.grantedAttributes() : []
            let verifications = reader.has("verifications") ? reader.grantedVerifications() : []
            if let attributes, let verifications {
                let key = reader.keys.first ?? "attributes"
                reader.demand(AuthorisationRules.grants(attributes, verifications), at: key)
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
            guard let attributes, let verifications else { return nil }
            return (attributes, verifications)
        }
    }

    private mutating func population() -> Population? {
        if reader.optionalNode("population")?.text == "everyone" { return .everyone }
        return reader.mapping("population") { reader in
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
            guard let dossier, let official else { return nil }
            return AuthorisationConditions(dossierRequired: dossier, officialRequired: official)
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
