import AccessRights
public import CanonicalJSON
import ConsultLog
import Facts
import Gateway

// How a life stands in its sealed box. What storage needs to find it stands beside the box.

extension CardLife {
    static let schema = "card-life/1"

    /// The life as it is kept.
    public var stored: JSONValue {
        var object: JSONObject = [
            "schema": .string(Self.schema), "chain": .string(chain.description),
            "application": application.json, "receivedAt": .integer(receivedAt.milliseconds),
            "receivedOn": .string(receivedOn.text), "order": .integer(Int64(order)),
            "state": state.json, "grace": .integer(Int64(grace)),
            "notices": .array(notices.map(\.json)),
            "visits": .array(
                visits.sorted { $0.key < $1.key }.map {
                    ["year": .integer(Int64($0.key)), "used": .integer(Int64($0.value))]
                }),
            "revision": .integer(Int64(revision)),
        ]
        object["renews"] = renews.map { .string($0.description) }
        object["heldSince"] = heldSince.map { .string($0.text) }
        object["startsOn"] = startsOn.map { .string($0.text) }
        object["assessment"] = assessment?.json
        object["entitlement"] = entitlement?.stored
        object["payment"] = payment.map {
            ["cents": .integer(Int64($0.amount.cents)), "reference": .string($0.reference)]
        }
        object["circumstances"] = circumstances?.json
        object["announcement"] = announcement.map {
            ["on": .string($0.on.text), "earlierNotices": .integer(Int64($0.earlierNotices))]
        }
        if !plateChanges.isEmpty { object["plateChanges"] = .array(plateChanges.map(\.json)) }
        object["closedOn"] = closedOn.map { .string($0.text) }
        return .object(object)
    }
}

extension CardState {
    fileprivate var json: JSONValue {
        var object: JSONObject = ["name": .string(name.rawValue)]
        switch self {
        case .received(let until), .reserved(let until): object["until"] = .string(until.text)
        case .undetermined(let until): object["until"] = until.map { .string($0.text) }
        case .refusalProposed(let first): object["first"] = first.map { .string($0.text) }
        case .revocationAnnounced(let event, let day):
            object["event"] = .string(event.rawValue)
            object["from"] = .string(day.text)
        case .revoked(let event): object["event"] = .string(event.rawValue)
        case .waiting, .grantProposed, .paid, .active, .refused, .lapsed, .withdrawn, .expired:
            break
        }
        return .object(object)
    }
}

extension CardNotice {
    fileprivate var json: JSONValue {
        var object: JSONObject = [
            "id": .string(id.text), "kind": .string(kind.rawValue),
            "channel": .string(channel.rawValue), "sentOn": .string(sentOn.text),
        ]
        object["delivery"] = delivery.map {
            ["on": .string($0.on.text), "proof": .string($0.proof)]
        }
        return .object(object)
    }
}

extension PlateChange {
    fileprivate var json: JSONValue {
        [
            "earlier": .array(earlier.map { .string($0.text) }), "assessment": assessment.json,
        ]
    }
}

extension CardAssessment {
    fileprivate var json: JSONValue {
        var object: JSONObject = [
            "finding": .string(finding.rawValue),
            "reasons": .array(reasons.map { .string($0) }),
            "nextStep": .string(nextStep.rawValue), "isGrantProposed": .bool(isGrantProposed),
            "at": .integer(at.milliseconds), "decision": decision, "inputs": inputs,
        ]
        object["entitlement"] = entitlement?.stored
        return .object(object)
    }
}

extension Entitlement {
    fileprivate var stored: JSONValue {
        var object: JSONObject = [
            "rank": .integer(Int64(rank)), "cents": .integer(Int64(amount.cents)),
            "billing": .string(billing.rawValue), "validity": validity.json,
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

extension CardEvent {
    /// The line as it is kept; its kind and time stand beside it.
    public var stored: JSONValue {
        var object: JSONObject = [:]
        switch by {
        case .application(let application): object["application"] = .string(application.text)
        case .official(let official): object["official"] = .string(official.text)
        case .gateway: break
        }
        object["reason"] = reason.map { .string($0.text) }
        var details = JSONObject()
        for (name, value) in self.details { details[name] = .string(value) }
        object["details"] = .object(details)
        return .object(object)
    }
}
