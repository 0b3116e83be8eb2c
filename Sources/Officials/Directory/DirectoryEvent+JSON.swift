import AccessRights
import CanonicalJSON
import ConsultLog
import Facts

// How an event is kept as long as the log is owed it.
extension DirectoryEvent {
    var json: JSONValue {
        var object: JSONObject = ["by": .string(orderer.official.text)]
        object["organisation"] = orderer.organisation.map { .string($0.digits) }
        object["application"] = orderer.application.map { .string($0.text) }
        object["reason"] = reason.map { .string($0.text) }
        switch matter {
        case .official(let change, let name, let roles):
            object["official"] = .string(change.rawValue)
            object["name"] = .string(name.text)
            object["roles"] = .array(roles.map(\.rawValue).sorted().map { .string($0) })
        case .delegation(let change, let id, let from, let to, let role, let until):
            object["delegation"] = .string(change.rawValue)
            object["id"] = .string(id.description)
            object["from"] = from.map { .string($0.text) }
            object["to"] = to.map { .string($0.text) }
            object["role"] = .string(role.rawValue)
            object["until"] = .integer(until.milliseconds)
        }
        return .object(object)
    }

    /// `nil` when it is none.
    init?(_ json: JSONValue, consult: ConsultID) {
        func name(_ member: String) -> OfficialID? {
            json[member]?.string.flatMap { try? OfficialID(parsing: $0) }
        }
        guard let by = name("by"), let matter = Self.matter(json, name) else { return nil }
        self.consult = consult
        self.matter = matter
        orderer = Orderer(
            official: by,
            organisation: json["organisation"]?.string.flatMap {
                try? EnterpriseNumber(parsing: $0)
            },
            application: json["application"]?.string.flatMap { try? ApplicationID(parsing: $0) })
        reason = json["reason"]?.string.flatMap { try? StatedReason(parsing: $0) }
    }

    private static func matter(_ json: JSONValue, _ name: (String) -> OfficialID?) -> Matter? {
        if let change = json["official"]?.string.flatMap(OfficialChange.init(rawValue:)),
            let person = name("name"), let roles = json["roles"]?.array
        {
            let known = roles.compactMap { $0.string.flatMap(OfficialRole.init(rawValue:)) }
            return .official(change, person, Set(known))
        }
        guard let change = json["delegation"]?.string.flatMap(DelegationChange.init(rawValue:)),
            let id = json["id"]?.string.flatMap({ UUIDv7(parsing: $0) }),
            let role = json["role"]?.string.flatMap(OfficialRole.init(rawValue:)),
            let until = json["until"]?.integer
        else { return nil }
        return .delegation(
            change, DelegationID(id), from: name("from"), to: name("to"), role,
            until: Timestamp(milliseconds: until))
    }
}
