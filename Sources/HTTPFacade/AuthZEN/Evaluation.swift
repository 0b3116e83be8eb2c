import CanonicalJSON
import Facts

/// One request for a decision, in the form of AuthZEN; what it means is not decided yet. Members
/// that are not known are ignored.
struct Evaluation: Sendable {
    /// A subject or a resource.
    struct Entity: Sendable {
        let type: String
        let id: String
        let properties: JSONObject
    }

    let subject: Entity
    let action: String
    let actionProperties: JSONObject
    let resource: Entity
    let context: JSONObject
    /// The day that `context.time` names.
    let day: CalendarDate?

    init(_ body: JSONValue) throws(EvaluationFault) {
        guard let object = body.object else { throw .malformed("the request must be an object") }
        subject = try Self.entity(object, "subject")
        resource = try Self.entity(object, "resource")
        let action = try Self.object(object, "action")
        guard let name = action["name"]?.string, !name.isEmpty else {
            throw .malformed("action.name must be a string")
        }
        self.action = name
        actionProperties = try Self.optionalObject(action, "properties", of: "action.")
        context = try Self.optionalObject(object, "context", of: "")
        if let time = context["time"] {
            guard let text = time.string, let date = Self.day(of: text) else {
                throw .malformed("context.time must be an instant (RFC 3339)")
            }
            day = date
        } else {
            day = nil
        }
    }

    private static func entity(
        _ object: JSONObject, _ name: String
    ) throws(EvaluationFault) -> Entity {
        let entity = try self.object(object, name)
        guard let type = entity["type"]?.string, !type.isEmpty else {
            throw .malformed("\(name).type must be a string")
        }
        guard let id = entity["id"]?.string, !id.isEmpty else {
            throw .malformed("\(name).id must be a string")
        }
        return Entity(
            type: type, id: id,
            properties: try optionalObject(entity, "properties", of: "\(name)."))
    }

    private static func object(
        _ object: JSONObject, _ name: String
    ) throws(EvaluationFault) -> JSONObject {
        guard let value = object[name]?.object else {
            throw .malformed("\(name) must be an object")
        }
        return value
    }

    private static func optionalObject(
        _ object: JSONObject, _ name: String, of place: String
    ) throws(EvaluationFault) -> JSONObject {
        guard let value = object[name] else { return [:] }
        guard let inner = value.object else {
            throw .malformed("\(place)\(name) must be an object")
        }
        return inner
    }

    /// The day as the instant writes it, in its own zone.
    private static func day(of instant: String) -> CalendarDate? {
        let parts = instant.split(separator: "T", omittingEmptySubsequences: false)
        guard parts.count == 2, (6...20).contains(parts[1].utf8.count),
            parts[1].last == "Z" || parts[1].contains("+") || parts[1].contains("-")
        else { return nil }
        return try? CalendarDate(parsing: parts[0])
    }
}
