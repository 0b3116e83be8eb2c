import AccessRights
import CanonicalJSON
import ConsultLog
import Facts

// What goes back to a command.
extension PlannedPeriod {
    var value: JSONValue {
        [
            "class": .string(period.retention.text), "month": .string(period.month.description),
            "keys": .integer(Int64(keys.count)), "entries": .integer(entries),
            "obstacles": .array(obstacles.map { .string($0.description) }),
        ]
    }
}

extension RetirementReport {
    func value(advice: String?) -> JSONValue {
        var value: JSONObject = [
            "periods": .array(periods.map(\.value)), "erased": .integer(erased),
            "leftovers": .array(leftovers.map { .string($0.rawValue) }),
        ]
        if let wrappedBy {
            value["wrappedBy"] = .string(wrappedBy.description)
            if let advice { value["advice"] = .string(advice) }
        }
        return .object(value)
    }
}

extension LegalHold {
    var value: JSONValue {
        [
            "hold": .string(id.description), "class": .string(held.text),
            "from": .string(months.first.description), "to": .string(months.last.description),
            "placed": .string(placed.text),
        ]
    }
}
