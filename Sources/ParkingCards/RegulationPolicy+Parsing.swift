import Facts
import StrictYAML

extension RegulationPolicy {
    init?(_ reader: inout YAMLReader, lawAt: LawAt?) {
        // Only one way is lawful without a text of its own (GDPR art. 22): the file says it aloud.
        _ = reader.choice("refusal", of: Refusal.self)
        _ = reader.optionalChoice("combine", of: Combination.self)
        let refuse = reader.optionalChoice("refuse_when", of: Refuse.self)
        let grant = reader.choice("grant", of: Grant.self)
        let stops = reader.boolean("stop_after_definitive_false")
        let reservation = reader.days("reservation_ttl")
        let ages = reader.optionalMapping("evidence_max_age") { Self.ages(&$0) }
        let warning = reader.has("revocation_warning") ? reader.days("revocation_warning") : nil
        let retention = reader.has("retention") ? reader.term("retention") : nil
        guard let grant, let stops, let reservation, let usualWarning = DayCount(parsing: "P14D"),
            let usualRetention = Term(parsing: "P2Y")
        else { return nil }
        self.init(
            lawAt: lawAt ?? .decision, grant: grant, refuse: refuse ?? .anyFalse,
            stopsAfterDefinitiveFalse: stops, reservation: reservation, maximumAge: ages ?? [:],
            revocationWarning: warning ?? usualWarning, retention: retention ?? usualRetention)
    }

    /// The same policy with the day whose law applies, which stands beside it in the file.
    func with(_ lawAt: LawAt) -> RegulationPolicy {
        RegulationPolicy(
            lawAt: lawAt, grant: grant, refuse: refuse,
            stopsAfterDefinitiveFalse: stopsAfterDefinitiveFalse, reservation: reservation,
            maximumAge: maximumAge, revocationWarning: revocationWarning, retention: retention)
    }

    private static func ages(_ reader: inout YAMLReader) -> [EvidenceSource: DayCount]? {
        var ages: [EvidenceSource: DayCount] = [:]
        let sources: [(String, EvidenceSource)] = [
            ("rn", .nationalRegister), ("div", .vehicleRegister), ("licence", .drivingLicences),
            ("kbo", .enterpriseRegister),
        ]
        for (key, source) in sources where reader.has(key) { ages[source] = reader.days(key) }
        return ages
    }
}

private enum Refusal: String, CaseIterable {
    case propose
}

private enum Combination: String, CaseIterable {
    case all
}

extension Operator {
    init?(_ reader: inout YAMLReader) {
        let kind = reader.choice("kind", of: Kind.self)
        let name = reader.nullableText("name")
        let since = reader.optionalDay("since")
        if kind == .delegated, name == nil { reader.report(.missing, at: "name") }
        guard let kind else { return nil }
        self.init(kind: kind, name: name, since: since)
    }
}
