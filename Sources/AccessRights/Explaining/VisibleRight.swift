public import CanonicalJSON
public import Facts

/// What an application may see under one authorisation, of whomever.
public struct VisibleRight: Hashable, Sendable {
    public let authorisation: AuthorisationReference
    public let purpose: PurposeID
    /// In the order of the catalogue.
    public let attributes: [AttributeID]
    /// Those that follow from the attributes included.
    public let verifications: [VerificationID]
    /// As it stands in the document.
    public let population: JSONValue
    public let conditions: JSONValue
    /// The last day; `nil` until further notice.
    public let until: CalendarDate?
    /// Whether the subject is looked up before anything is given.
    public let isChecked: Bool
}

extension RightsHistory {
    /// What an application may see of a person, a vehicle or an enterprise on a day. Nobody is
    /// looked up: where it depends on the subject, the answer says what would be checked.
    public func visible(
        to application: ApplicationID, of organisation: EnterpriseNumber, on day: CalendarDate
    ) -> [VisibleRight] {
        rights(on: day).authorisations.filter { authorisation in
            let terms = authorisation.terms
            return terms.organisation == organisation && terms.applications.covers(application)
                && authorisation.holdsFrom <= day && terms.validity.until.map { day <= $0 } ?? true
        }.map { authorisation in
            let (terms, json) = (authorisation.terms, authorisation.terms.json)
            return VisibleRight(
                authorisation: authorisation.reference, purpose: terms.purpose.id,
                attributes: AttributeID.allCases.filter(terms.attributes.contains),
                verifications: VerificationID.allCases.filter { authorisation.allows($0) },
                population: json["population"] ?? .null, conditions: json["conditions"] ?? .null,
                until: terms.validity.until, isChecked: terms.population != .everyone)
        }
    }
}

extension VisibleRight {
    /// For people.
    public var lines: [String] {
        var lines = ["for \(purpose) under \(authorisation.id)"]
        if !attributes.isEmpty {
            lines.append("  sees " + attributes.map(\.rawValue).joined(separator: ", "))
        }
        if !verifications.isEmpty {
            lines.append(
                "  may ask " + verifications.map(\.rawValue).joined(separator: ", "))
        }
        lines.append("  about \(Self.words(population))")
        if isChecked {
            lines.append(
                "  whether somebody is one of them is looked up first, in the gateway's own name, "
                    + "and logged; people outside and people unknown are refused alike")
        }
        let demanded = (conditions.object?.members ?? []).filter { $0.value != false }
        if !demanded.isEmpty {
            lines.append(
                "  when: "
                    + demanded.map { member in
                        member.value == true
                            ? member.name : "\(member.name) \(Self.words(member.value))"
                    }.joined(separator: ", "))
        }
        if let until { lines.append("  until \(until.text)") }
        return lines
    }

    /// For programs.
    public var json: JSONValue {
        var object: JSONObject = [
            "authorisation": .string(authorisation.id.text),
            "hash": .string(authorisation.hash.hexadecimal), "purpose": .string(purpose.text),
            "attributes": .array(attributes.map { .string($0.rawValue) }),
            "verifications": .array(verifications.map { .string($0.rawValue) }),
            "population": population, "conditions": conditions,
            "populationIsLookedUp": .bool(isChecked),
        ]
        object["until"] = until.map { .string($0.text) }
        return .object(object)
    }

    private static func words(_ value: JSONValue) -> String {
        if let text = value.string { return text }
        return String(decoding: (try? value.canonicalBytes()) ?? [], as: UTF8.self)
    }
}
