import Facts
import StrictYAML

extension Condition {
    init?(_ reader: inout YAMLReader, _ references: RegulationReferences) {
        let id = reader.choice("id", of: ConditionID.self)
        let reference = references.reference(&reader)
        // Without an id nothing is known of the other keys: they would all be called unknown.
        guard let id else {
            for key in reader.keys { _ = reader.has(key) }
            return nil
        }
        let requirement = Requirement(id, &reader)
        guard let requirement, let reference else { return nil }
        self.init(requirement: requirement, reference: reference)
    }
}

extension Requirement {
    fileprivate init?(_ id: ConditionID, _ reader: inout YAMLReader) {
        switch id {
        case .plateFree: self = .plateFree
        case .alive: self = .alive
        case .resident:
            _ = reader.choice("municipality", of: OwnMunicipality.self)
            self = .resident
        case .quota: self = .quota
        case .registered: self = .registered
        case .atDisposal:
            let ways = reader.list("any_of") { Disposal(&$0) }
            guard let ways else { return nil }
            if ways.isEmpty { reader.report(.invalid(expected: "at least one way"), at: "any_of") }
            self = .atDisposal(ways)
        case .category:
            let accepted = reader.choices("accept", of: VehicleCategory.self)
            let mass = reader.integer("max_mass_kg", in: 1...100_000)
            let whenMissing = reader.optionalChoice("when_missing", of: WhenMissing.self)
            guard let accepted, let mass else { return nil }
            self = .category(
                Set(accepted), maximumMass: Int(mass), whenMissing: whenMissing ?? .unknown)
        case .mayDrive:
            let category = reader.choice("category", of: LicenceCategory.self)
            let notFound = reader.optionalChoice("not_found", of: NotFound.self)
            guard let category else { return nil }
            self = .mayDrive(category, notFound: notFound ?? .unknown)
        }
    }
}

extension Requirement.Disposal {
    fileprivate init?(_ reader: inout YAMLReader) {
        let holder = reader.choice("holder", of: Holder.self)
        switch holder {
        case .applicant: self = .heldByApplicant
        case .enterprise:
            let kind = reader.choice("document", of: SupportingDocument.Kind.self)
            guard let kind else { return nil }
            self = .heldByEnterprise(with: kind)
        case nil: return nil
        }
    }
}

/// In whose name a vehicle may be registered.
private enum Holder: String, CaseIterable {
    case applicant
    case enterprise
}

private enum OwnMunicipality: String, CaseIterable {
    case own = "self"
}
