/// The conditions that a regulation can compose. The raw value is the word in the file; the order
/// is the one in which they are examined, least data first: what needs no source, the own register,
/// then people, enterprises and vehicles, the driving licence last.
public enum ConditionID: String, Hashable, Sendable, CaseIterable {
    case window = "application.window"
    case plateFree = "cards.plate_free"
    case municipalCap = "cards.municipal_cap"
    case alive = "rn.alive"
    case adult = "rn.adult"
    case resident = "rn.resident"
    case householdMember = "rn.household_member"
    case sharedCustodyChild = "rn.shared_custody_child"
    case addressShown = "rn.protected"
    case secondHomeTax = "second_home.tax"
    case mandate = "mandate.valid"
    case quota = "cards.quota"
    case enterpriseActive = "kbo.active"
    case establishmentInSector = "kbo.establishment_in_sector"
    case activity = "kbo.nace_in"
    case function = "kbo.function"
    case staff = "staff.count"
    case careRecognised = "care.recognised"
    case disabilityCard = "disability.card"
    case registered = "div.registered"
    case heldBy = "div.holder"
    case atDisposal = "use.at_disposal"
    case category = "div.category"
    case maximumMass = "div.max_mass"
    case maximumLength = "div.max_length"
    case maximumHeight = "div.max_height"
    case plateKind = "div.plate_kind"
    case lowEmission = "lez.compliant"
    case carShareGroup = "carshare.group"
    /// A group of which one is enough; it is examined where its first member would be.
    case anyOf = "any_of"
    case mayDrive = "licence.may_drive"

    /// The place in the order of examination.
    var order: Int { Self.orders[self] ?? Self.allCases.count }

    private static let orders = Dictionary(
        uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })
}
