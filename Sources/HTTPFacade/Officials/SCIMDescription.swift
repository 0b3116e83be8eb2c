import AccessRights
import CanonicalJSON

/// What the gateway says of its own SCIM (RFC 7643 §5 to §7).
enum SCIMDescription {
    static func list(_ resources: [JSONValue]) -> JSONValue {
        [
            "schemas": ["urn:ietf:params:scim:api:messages:2.0:ListResponse"],
            "totalResults": .integer(Int64(resources.count)),
            "itemsPerPage": .integer(Int64(resources.count)), "startIndex": 1,
            "Resources": .array(resources),
        ]
    }

    static let provider: JSONValue = [
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig"],
        "patch": ["supported": true],
        "bulk": ["supported": false, "maxOperations": 0, "maxPayloadSize": 0],
        "filter": ["supported": true, "maxResults": 1],
        "changePassword": ["supported": false], "sort": ["supported": false],
        "etag": ["supported": false],
        "authenticationSchemes": [
            [
                "type": "mutualTLS", "name": "Client certificate",
                "description": "The certificate of an application with the role provisioning",
            ]
        ],
    ]

    static let resourceType: JSONValue = [
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:ResourceType"],
        "id": "User", "name": "User", "endpoint": "/Users", "schema": .string(SCIMUser.schema),
    ]

    static let schema: JSONValue = [
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:Schema"],
        "id": .string(SCIMUser.schema), "name": "User",
        "description": "An official. What else the core schema knows is accepted and not kept.",
        "attributes": [
            attribute(
                "userName", "string", mutability: "immutable", isRequired: true,
                uniqueness: "server", isExact: true,
                "As the access tokens of the identity provider name the official"),
            attribute(
                "externalId", "string", isExact: true, "The name that the personnel system uses"),
            attribute(
                "active", "boolean",
                "False ends every token, session and delegation of the official"),
            roles,
        ],
    ]

    private static let roles: JSONValue = {
        var object = attribute("roles", "complex", "What the official may do").object ?? [:]
        object["multiValued"] = true
        var value =
            attribute("value", "string", isExact: true, "The name of the role").object ?? [:]
        value["canonicalValues"] = .array(OfficialRole.allCases.map { .string($0.rawValue) })
        object["subAttributes"] = [.object(value)]
        return .object(object)
    }()

    private static func attribute(
        _ name: String, _ type: String, mutability: String = "readWrite",
        isRequired: Bool = false, uniqueness: String = "none", isExact: Bool = false,
        _ description: String
    ) -> JSONValue {
        [
            "name": .string(name), "type": .string(type), "multiValued": false,
            "description": .string(description), "required": .bool(isRequired),
            "caseExact": .bool(isExact), "mutability": .string(mutability),
            "returned": "default", "uniqueness": .string(uniqueness),
        ]
    }
}
