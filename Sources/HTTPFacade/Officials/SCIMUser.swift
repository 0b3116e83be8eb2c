import AccessRights
import CanonicalJSON
import ConsultLog
import Facts
import Officials

/// A user as the personnel system writes one (RFC 7643 §4.1), of which the gateway keeps no more
/// than it needs.
struct SCIMUser: Sendable {
    static let schema = "urn:ietf:params:scim:schemas:core:2.0:User"
    static let enterpriseSchema = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"

    let userName: OfficialID
    let externalID: String?
    let isActive: Bool?
    let roles: Set<OfficialRole>?

    /// What personnel systems send too, and what is neither needed nor kept.
    static let passedOver: Set<String> = [
        "addresses", "displayname", "emails", "entitlements", "groups", "id", "ims", "locale",
        "meta", "name", "nickname", "password", "phonenumbers", "photos", "preferredlanguage",
        "profileurl", "timezone", "title", "usertype", "x509certificates",
        enterpriseSchema.lowercased(),
    ]

    /// Reads a whole user.
    ///
    /// - Throws: ``Problem`` in the words of SCIM; it names a field and never its value.
    init(_ body: JSONValue?) throws(Problem) {
        guard let object = body?.object else {
            throw .scim(.invalidSyntax, "the body must be an object")
        }
        guard let schemas = object["schemas"]?.array,
            schemas.contains(where: { $0.string == Self.schema })
        else { throw .scim(.invalidSyntax, "schemas must hold \(Self.schema)") }
        var fields = Fields()
        for member in object.members where member.name.lowercased() != "schemas" {
            try fields.set(member.name, member.value)
        }
        guard let userName = fields.userName else {
            throw .scim(.invalidValue, "userName is missing")
        }
        self.userName = userName
        externalID = fields.externalID ?? nil
        isActive = fields.isActive
        roles = fields.roles
    }

    /// The attributes that are kept, as far as they were named.
    struct Fields {
        var userName: OfficialID?
        var externalID: String??
        var isActive: Bool?
        var roles: Set<OfficialRole>?

        /// Takes an attribute over; names are read in any case (RFC 7643 §2.1).
        mutating func set(_ name: String, _ value: JSONValue) throws(Problem) {
            switch name.lowercased() {
            case "username":
                guard let text = value.string, let official = OfficialID(named: text) else {
                    throw .scim(.invalidValue, "userName must be 1 to 128 printable characters")
                }
                userName = official
            case "externalid": externalID = .some(try Self.externalID(value))
            case "active": isActive = try Self.flag(value)
            case "roles": roles = try Self.roles(value)
            case let other where SCIMUser.passedOver.contains(other): break
            case _: throw .scim(.invalidSyntax, "an attribute is not known")
            }
        }

        private static func externalID(_ value: JSONValue) throws(Problem) -> String? {
            if case .null = value { return nil }
            guard let text = value.string, (try? OfficialID(parsing: text)) != nil else {
                throw .scim(.invalidValue, "externalId must be 1 to 128 printable characters")
            }
            return text
        }

        /// Some personnel systems write the word instead of the value.
        private static func flag(_ value: JSONValue) throws(Problem) -> Bool {
            switch (value.bool, value.string?.lowercased()) {
            case (let flag?, _): return flag
            case (nil, "true"): return true
            case (nil, "false"): return false
            case (nil, _): throw .scim(.invalidValue, "active must be true or false")
            }
        }

        private static func roles(_ value: JSONValue) throws(Problem) -> Set<OfficialRole> {
            let elements = value.array ?? [value]
            var roles: Set<OfficialRole> = []
            for element in elements {
                let text = element.string ?? element["value"]?.string
                guard let role = text.flatMap(OfficialRole.init(rawValue:)) else {
                    let known = OfficialRole.allCases.map(\.rawValue).joined(separator: ", ")
                    throw .scim(.invalidValue, "a role must be one of: \(known)")
                }
                roles.insert(role)
            }
            return roles
        }
    }
}

extension Official {
    /// The official as the personnel system reads one.
    var scim: JSONValue {
        var object: JSONObject = [
            "schemas": [.string(SCIMUser.schema)], "id": .string(id.description),
            "userName": .string(userName.text), "active": .bool(isActive),
            "roles": .array(
                roles.map(\.rawValue).sorted().map { ["value": .string($0)] }),
            "meta": [
                "resourceType": "User", "created": .string(created.text),
                "lastModified": .string(modified.text), "location": .string(location),
            ],
        ]
        object["externalId"] = externalID.map { .string($0) }
        return .object(object)
    }

    /// Where it stands.
    var location: String { SCIMRoutes.users + "/" + id.description }
}
