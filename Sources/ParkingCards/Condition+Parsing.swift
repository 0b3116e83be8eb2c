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
        let requirement = Requirement(id, &reader, references)
        let choices = id.allowsChoices ? ConditionChoices(&reader) : ConditionChoices.none
        guard let requirement, let reference else { return nil }
        self.init(requirement: requirement, reference: reference, choices: choices)
    }
}

extension ConditionID {
    /// Whether what no source tells can be chosen about: not where the register is our own.
    fileprivate var allowsChoices: Bool {
        self != .window && self != .plateFree && self != .municipalCap && self != .quota
            && self != .anyOf
    }
}

extension ConditionChoices {
    fileprivate init(_ reader: inout YAMLReader) {
        whenMissing = reader.optionalChoice("when_missing", of: WhenMissing.self) ?? .unknown
        notFound = reader.optionalChoice("not_found", of: NotFound.self) ?? .unknown
        cure = reader.has("cure") ? reader.days("cure") : nil
        alternatives = reader.optionalList("alternatives") { Alternative(&$0) } ?? []
    }
}

extension Alternative {
    fileprivate init?(_ reader: inout YAMLReader) {
        let document = reader.choice("document", of: SupportingDocument.Kind.self)
        let variant = reader.optionalChoice("gives", of: CardVariant.self) ?? .normal
        let validity = reader.optionalTerm("validity")
        let start = reader.optionalChoice("from", of: Start.self) ?? .decision
        guard let document else { return nil }
        self.init(document: document, variant: variant, validity: validity, start: start)
    }
}

extension Requirement {
    fileprivate init?(
        _ id: ConditionID, _ reader: inout YAMLReader, _ references: RegulationReferences
    ) {
        switch id {
        case .window:
            self = .window(opens: reader.optionalDay("opens"), closes: reader.optionalDay("closes"))
        case .plateFree: self = .plateFree
        case .municipalCap: self = .municipalCap
        case .alive: self = .alive
        case .adult:
            guard let age = reader.wholeNumber("age", in: 1...130) else { return nil }
            self = .adult(age: age)
        case .resident:
            _ = reader.choice("municipality", of: OwnMunicipality.self)
            let sector = reader.has("sector") ? references.sector(&reader, "sector") : nil
            guard let registers = reader.choices("registers", of: PopulationRegister.self) else {
                return nil
            }
            if registers.isEmpty {
                reader.report(.invalid(expected: "at least one register"), at: "registers")
            }
            self = .resident(registers: Set(registers), sector: sector)
        case .householdMember: self = .householdMember
        case .sharedCustodyChild: self = .sharedCustodyChild
        case .addressShown: self = .addressShown
        case .secondHomeTax: self = .secondHomeTax
        case .mandate: self = .mandate
        case .quota: self = .quota
        case .careRecognised: self = .careRecognised
        case .disabilityCard: self = .disabilityCard
        case .registered: self = .registered
        case .lowEmission: self = .lowEmission
        case .mayDrive: self.init(licence: &reader)
        case .anyOf:
            guard let members = reader.list("conditions", { Condition(&$0, references) }) else {
                return nil
            }
            if members.count < 2 || members.contains(where: { $0.id == .quota }) {
                reader.report(
                    .invalid(expected: "at least two conditions, cards.quota not among them"),
                    at: "conditions")
            }
            self = .anyOf(members)
        case .enterpriseActive, .establishmentInSector, .activity, .function, .staff:
            self.init(enterprise: id, &reader, references)
        case .heldBy, .atDisposal, .category, .maximumMass, .maximumLength, .maximumHeight,
            .plateKind, .carShareGroup:
            self.init(vehicle: id, &reader)
        }
    }

    /// The states are words for what the gateway answers: it never says more than may or may not.
    private init?(licence reader: inout YAMLReader) {
        let category = reader.choice("category", of: LicenceCategory.self)
        if reader.has("states") { _ = reader.choices("states", of: LicenceState.self) }
        if reader.has("cure_states") { _ = reader.choices("cure_states", of: CurableState.self) }
        guard let category else { return nil }
        self = .mayDrive(category)
    }

    private init?(
        enterprise id: ConditionID, _ reader: inout YAMLReader, _ references: RegulationReferences
    ) {
        if id == .enterpriseActive {
            self = .enterpriseActive
        } else if id == .establishmentInSector {
            self = .establishmentInSector(
                reader.has("sector") ? references.sector(&reader, "sector") : nil)
        } else if id == .activity {
            let codes = reader.texts("codes", expected: "a NACE code of 2 to 5 digits") { text in
                (2...5).contains(text.utf8.count)
                    && text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) ? text : nil
            }
            guard let codes else { return nil }
            self = .activity(Set(codes))
        } else if id == .function {
            guard let functions = reader.choices("functions", of: EnterpriseFunction.self) else {
                return nil
            }
            self = .function(Set(functions))
        } else {
            guard let least = reader.wholeNumber("at_least", in: 1...1_000_000) else { return nil }
            self = .staff(atLeast: least)
        }
    }

    private init?(vehicle id: ConditionID, _ reader: inout YAMLReader) {
        if id == .heldBy {
            guard let holder = reader.choice("holder", of: VehicleParty.self) else { return nil }
            self = .heldBy(holder)
        } else if id == .atDisposal {
            guard let ways = reader.list("any_of", { Disposal(&$0) }) else { return nil }
            if ways.isEmpty { reader.report(.invalid(expected: "at least one way"), at: "any_of") }
            self = .atDisposal(ways)
        } else if id == .category {
            guard let accepted = reader.choices("accept", of: VehicleCategory.self) else {
                return nil
            }
            self = .category(Set(accepted))
        } else if id == .maximumMass {
            guard let mass = reader.wholeNumber("kg", in: 1...100_000) else { return nil }
            self = .maximumMass(kilograms: mass)
        } else if id == .plateKind {
            guard let rule = PlateKindRule(&reader) else { return nil }
            self = .plateKind(rule)
        } else if id == .carShareGroup {
            guard let sharing = CarSharing(&reader, lifts: false) else { return nil }
            self = .carShareGroup(sharing)
        } else {
            guard let limit = reader.decimal("m", digits: 2, in: 1...5000) else { return nil }
            self =
                id == .maximumLength
                ? .maximumLength(centimetres: limit) : .maximumHeight(centimetres: limit)
        }
    }
}

extension PlateKindRule {
    fileprivate init?(_ reader: inout YAMLReader) {
        let isExclusion = reader.has("exclude")
        let kinds = reader.choices(isExclusion ? "exclude" : "accept", of: PlateKind.self)
        guard let kinds else { return nil }
        self = isExclusion ? .allBut(Set(kinds)) : .only(Set(kinds))
    }
}

extension Requirement.Disposal {
    fileprivate init?(_ reader: inout YAMLReader) {
        let holder = reader.optionalChoice("holder", of: Requirement.VehicleParty.self)
        let functions =
            reader.has("kbo_function")
            ? reader.choices("kbo_function", of: EnterpriseFunction.self) : []
        let document = reader.optionalChoice("document", of: SupportingDocument.Kind.self)
        if holder == nil, document == nil { reader.report(.missing, at: "holder") }
        // An enterprise that merely holds the vehicle gives nobody the use of it.
        if holder == .enterprise, document == nil, functions?.isEmpty == true {
            reader.report(.missing, at: "document")
        }
        if holder != .enterprise, functions?.isEmpty == false {
            reader.report(
                .invalid(expected: "beside a holder that is an enterprise"), at: "kbo_function")
        }
        guard let functions else { return nil }
        self.init(holder: holder, functions: Set(functions), document: document)
    }
}

private enum OwnMunicipality: String, CaseIterable {
    case own = "self"
}

private enum LicenceState: String, CaseIterable {
    case valid
}

private enum CurableState: String, CaseIterable {
    case expiredDocument = "expired_document"
}
