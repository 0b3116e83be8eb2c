import AccessRights
public import CanonicalJSON
import ConsultLog
public import Facts
public import Gateway

extension CardLife {
    /// Reads what ``stored`` gave; `nil` for anything else.
    public init?(stored value: JSONValue, id: CardID, holder: Pseudonym) {
        var reader = JSONReader(value)
        let schema = reader.string("schema", expected: "a form that is known") {
            $0 == Self.schema ? $0 : nil
        }
        let chain = reader.string("chain", expected: "a name") { CardID(parsing: $0) }
        let renews = reader.optionalString("renews", expected: "a name") { CardID(parsing: $0) }
        let since = reader.optionalString("heldSince", expected: "a day") {
            try CalendarDate(parsing: $0)
        }
        let starts = reader.optionalString("startsOn", expected: "a day") {
            try CalendarDate(parsing: $0)
        }
        let application = reader.object("application") { CardApplication(stored: &$0) }
        let at = reader.integer("receivedAt")
        let on = reader.storedDay("receivedOn")
        let order = reader.integer("order")
        let state = reader.object("state") { CardState(&$0) }
        let grace = reader.integer("grace")
        let revision = reader.integer("revision")
        let notices = reader.objects("notices") { CardNotice(&$0) }
        let visits = reader.objects("visits") { visit -> (Int, Int)? in
            let (year, used) = (visit.integer("year"), visit.integer("used"))
            guard let year, let used else { return nil }
            return (Int(year), Int(used))
        }
        let assessment = reader.optionalObject("assessment") { CardAssessment(&$0) }
        let entitlement = reader.optionalObject("entitlement") { Entitlement(&$0) }
        let payment = reader.optionalObject("payment") { payment -> Payment? in
            let (cents, reference) = (payment.integer("cents"), payment.string("reference"))
            guard let cents, cents >= 0, let reference else { return nil }
            return Payment(of: Euros(cents: Int(cents)), reference: reference)
        }
        let changes = reader.optionalObjects("plateChanges") { PlateChange(&$0) }
        let circumstances = reader.optionalObject("circumstances") { Circumstances(stored: &$0) }
        let announcement = reader.optionalObject("announcement") {
            told -> RevocationAnnouncement? in
            let (on, earlier) = (told.storedDay("on"), told.integer("earlierNotices"))
            guard let on, let earlier, earlier >= 0 else { return nil }
            return RevocationAnnouncement(on: on, earlierNotices: Int(earlier))
        }
        let closed = reader.optionalString("closedOn", expected: "a day") {
            try CalendarDate(parsing: $0)
        }
        guard (try? reader.finish()) != nil, schema != nil, let chain, let application, let at,
            let on, let order, let state, let grace, let revision, let notices, let visits
        else { return nil }
        self.init(
            id: id, chain: chain, renews: renews, heldSince: since, startsOn: starts,
            holder: holder, application: application,
            received: Moment(Timestamp(milliseconds: at), on: on), order: Int(order),
            state: state, grace: Int(grace), revision: Int(revision))
        self.assessment = assessment
        self.entitlement = entitlement
        self.payment = payment
        plateChanges = changes ?? []
        self.announcement = announcement
        self.circumstances = circumstances
        self.notices = notices
        self.visits = Dictionary(visits) { $1 }
        closedOn = closed
    }
}

extension CardID {
    /// Reads the written form; otherwise `nil`.
    public init?(parsing text: String) {
        guard let uuid = UUIDv7(parsing: text) else { return nil }
        self.init(uuid)
    }
}

extension CardState {
    fileprivate init?(_ reader: inout JSONReader) {
        let name = reader.string("name", expected: "a state") { Name(rawValue: $0) }
        let until = reader.optionalString("until", expected: "a day") {
            try CalendarDate(parsing: $0)
        }
        let from = reader.optionalString("from", expected: "a day") {
            try CalendarDate(parsing: $0)
        }
        let event = reader.optionalString("event", expected: "an event") {
            RegisterEvent(rawValue: $0)
        }
        let first = reader.optionalString("first", expected: "an official") {
            OfficialCode(parsing: $0)
        }
        switch name {
        case .received: if let until { self = .received(until: until) } else { return nil }
        case .reserved: if let until { self = .reserved(until: until) } else { return nil }
        case .revocationAnnounced:
            guard let event, let from else { return nil }
            self = .revocationAnnounced(event, from: from)
        case .revoked: if let event { self = .revoked(event) } else { return nil }
        case .undetermined: self = .undetermined(until: until)
        case .refusalProposed: self = .refusalProposed(first: first)
        case .waiting: self = .waiting
        case .grantProposed: self = .grantProposed
        case .paid: self = .paid
        case .active: self = .active
        case .refused: self = .refused
        case .lapsed: self = .lapsed
        case .withdrawn: self = .withdrawn
        case .expired: self = .expired
        case nil: return nil
        }
    }
}

extension CardNotice {
    fileprivate init?(_ reader: inout JSONReader) {
        let id = reader.string("id", expected: "a name") { UUIDv7(parsing: $0) }
        let kind = reader.string("kind", expected: "a kind") { Kind(rawValue: $0) }
        let channel = reader.string("channel", expected: "a channel") { Channel(rawValue: $0) }
        let sent = reader.storedDay("sentOn")
        let delivery = reader.optionalObject("delivery") { delivery -> Delivery? in
            let (on, proof) = (delivery.storedDay("on"), delivery.string("proof"))
            guard let on, let proof else { return nil }
            return Delivery(on: on, proof: proof)
        }
        guard let id, let kind, let channel, let sent else { return nil }
        self.init(id: id, kind: kind, channel: channel, sentOn: sent, delivery: delivery)
    }
}

extension PlateChange {
    fileprivate init?(_ reader: inout JSONReader) {
        let earlier = reader.strings("earlier", expected: "plates") { try Plate(parsing: $0) }
        let assessment = reader.object("assessment") { CardAssessment(&$0) }
        guard let earlier, let assessment else { return nil }
        self.init(earlier: earlier, assessment: assessment)
    }
}

extension CardAssessment {
    fileprivate init?(_ reader: inout JSONReader) {
        let finding = reader.string("finding", expected: "a finding") { Finding(rawValue: $0) }
        let reasons = reader.strings("reasons", expected: "codes") { $0 }
        let next = reader.string("nextStep", expected: "a step") { NextStep(rawValue: $0) }
        let proposed = reader.optionalValue("isGrantProposed")?.bool
        let at = reader.integer("at")
        let entitlement = reader.optionalObject("entitlement") { Entitlement(&$0) }
        let decision = reader.optionalValue("decision")
        let inputs = reader.optionalValue("inputs")
        guard let finding, let reasons, let next, let proposed, let at, let decision, let inputs
        else { return nil }
        self.init(
            finding: finding, reasons: reasons, nextStep: next, isGrantProposed: proposed,
            entitlement: entitlement, at: Timestamp(milliseconds: at), decision: decision,
            inputs: inputs)
    }
}

extension Entitlement {
    fileprivate init?(_ reader: inout JSONReader) {
        let (rank, cents) = (reader.integer("rank"), reader.integer("cents"))
        let billing = reader.string("billing", expected: "a billing") { Billing(rawValue: $0) }
        let validity = reader.storedPeriod("validity")
        let variant = reader.string("variant", expected: "a variant") { CardVariant(rawValue: $0) }
        let sector = reader.optionalString("sector", expected: "a sector") { SectorID(parsing: $0) }
        let allowance = reader.optionalObject("allowance") { allowance -> GrantedAllowance? in
            let (visits, free) = (allowance.integer("visits"), allowance.integer("free"))
            let unit = allowance.integer("minutes").flatMap { ParkingPeriod(parsing: "PT\($0)M") }
            guard let visits, let free, let unit else { return nil }
            return GrantedAllowance(visits: Int(visits), free: Int(free), unit: unit)
        }
        guard let rank, let cents, cents >= 0, let billing, let validity, let variant else {
            return nil
        }
        self.init(
            rank: Int(rank), amount: Euros(cents: Int(cents)), billing: billing,
            validity: validity, variant: variant, sector: sector, allowance: allowance)
    }
}

extension CardEvent {
    /// Reads what ``stored`` gave; `nil` for anything else.
    public init?(stored value: JSONValue, kind: Kind, at time: Timestamp) {
        var reader = JSONReader(value)
        let application = reader.optionalString("application", expected: "a name") {
            try ApplicationID(parsing: $0)
        }
        let official = reader.optionalString("official", expected: "a code") {
            OfficialCode(parsing: $0)
        }
        let reason = reader.optionalString("reason", expected: "a reason") {
            CardReason(parsing: $0)
        }
        let details = reader.optionalValue("details")?.object
        guard (try? reader.finish()) != nil, let details else { return nil }
        let actor: CardActor =
            if let official {
                .official(official)
            } else if let application {
                .application(application)
            } else {
                .gateway
            }
        var named: [String: String] = [:]
        for member in details.members { named[member.name] = member.value.string }
        self.init(kind, at: time, by: actor, because: reason, named)
    }
}
