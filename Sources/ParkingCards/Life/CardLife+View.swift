import AccessRights
public import CanonicalJSON
import ConsultLog
import Facts

extension CardLife {
    /// The life as an application is shown it: neither the person nor the vehicle, which it knows.
    public var view: JSONValue {
        var object: JSONObject = [
            "cardId": .string(id.description), "state": .string(state.name.rawValue),
            "municipality": .string(municipality.digits), "cardType": .string(type.rawValue),
            "receivedAt": .string(receivedAt.text), "order": .integer(Int64(order)),
            "revision": .integer(Int64(revision)),
        ]
        object["renews"] = renews.map { .string($0.description) }
        switch state {
        case .received(let until), .reserved(let until): object["until"] = .string(until.text)
        case .undetermined(let until): object["until"] = until.map { .string($0.text) }
        case .revocationAnnounced(let event, let day):
            object["event"] = .string(event.rawValue)
            object["until"] = .string(day.text)
        case .revoked(let event): object["event"] = .string(event.rawValue)
        case .refusalProposed(let first): object["overrideBegun"] = .bool(first != nil)
        case .waiting, .grantProposed, .paid, .active, .refused, .lapsed, .withdrawn, .expired:
            break
        }
        if let granted = entitlement { object["entitlement"] = granted.view }
        if let payment { object["paid"] = .string(payment.amount.text) }
        if let assessment = decided {
            object["decision"] = assessment.decision
            object["decidedAt"] = .string(assessment.at.text)
        }
        if !notices.isEmpty { object["notices"] = .array(notices.map(\.view)) }
        if let used = visits.isEmpty && entitlement?.allowance == nil ? nil : visits {
            object["visits"] = .array(
                used.sorted { $0.key < $1.key }.map {
                    ["year": .integer(Int64($0.key) + 1), "used": .integer(Int64($0.value))]
                })
        }
        object["closedOn"] = closedOn.map { .string($0.text) }
        return .object(object)
    }
}

extension Entitlement {
    fileprivate var view: JSONValue {
        var object: JSONObject = [
            "rank": .integer(Int64(rank)), "due": .string(total.text), "currency": "EUR",
            "validFrom": .string(validity.from.text), "validUntil": .string(validity.until.text),
            "variant": .string(variant.rawValue),
        ]
        object["sector"] = sector.map { .string($0.text) }
        object["allowance"] = allowance.map {
            [
                "visits": .integer(Int64($0.visits)), "free": .integer(Int64($0.free)),
                "minutes": .integer(Int64($0.unit.minutes)),
            ]
        }
        return .object(object)
    }
}

extension CardNotice {
    fileprivate var view: JSONValue {
        var object: JSONObject = [
            "noticeId": .string(id.text), "kind": .string(kind.rawValue),
            "channel": .string(channel.rawValue), "sentOn": .string(sentOn.text),
        ]
        object["deliveredOn"] = delivery.map { .string($0.on.text) }
        return .object(object)
    }
}

extension CardEvent {
    /// The line as an application is shown it: an official by the code alone.
    public var view: JSONValue {
        var object: JSONObject = ["kind": .string(kind.rawValue), "at": .string(at.text)]
        switch by {
        case .application(let application): object["application"] = .string(application.text)
        case .official(let official): object["official"] = .string(official.text)
        case .gateway: object["application"] = "gateway"
        }
        object["reason"] = reason.map { .string($0.text) }
        for (name, value) in details { object[name] = .string(value) }
        return .object(object)
    }
}
