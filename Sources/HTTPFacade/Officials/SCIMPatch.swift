import CanonicalJSON
import ConsultLog
import Officials

/// A change of a user (RFC 7644 §3.5.2): all of its operations, or none.
struct SCIMPatch: Sendable {
    static let schema = "urn:ietf:params:scim:api:messages:2.0:PatchOp"
    static let mostOperations = 100

    private(set) var edit = OfficialEdit()
    /// A name that must be the one that the user has.
    private(set) var userName: OfficialID?

    init(_ body: JSONValue?) throws(Problem) {
        guard let object = body?.object else {
            throw .scim(.invalidSyntax, "the body must be an object")
        }
        guard object["schemas"]?.array?.contains(where: { $0.string == Self.schema }) == true else {
            throw .scim(.invalidSyntax, "schemas must hold \(Self.schema)")
        }
        let strange = object.members.contains { !["schemas", "Operations"].contains($0.name) }
        guard !strange, let operations = object["Operations"]?.array, !operations.isEmpty else {
            throw .scim(.invalidSyntax, "there must be Operations, and nothing else")
        }
        guard operations.count <= Self.mostOperations else {
            var problem = Problem.scim(
                .tooMany, "there may be \(Self.mostOperations) operations")
            problem.limit = .batch
            throw problem
        }
        for operation in operations { try take(operation) }
    }

    private mutating func take(_ operation: JSONValue) throws(Problem) {
        guard let object = operation.object, let verb = object["op"]?.string?.lowercased(),
            object.members.allSatisfy({ ["op", "path", "value"].contains($0.name) })
        else { throw .scim(.invalidSyntax, "an operation has op, path and value") }
        let path: String?
        switch object["path"] {
        case nil: path = nil
        case .string(let text)?: path = text
        case _?: throw .scim(.invalidPath, "path must be text")
        }
        switch verb {
        case "add", "replace": try set(path, object["value"], isAddition: verb == "add")
        case "remove": try remove(path)
        case _: throw .scim(.invalidSyntax, "op must be add, replace or remove")
        }
    }

    private mutating func set(
        _ path: String?, _ value: JSONValue?, isAddition: Bool
    ) throws(Problem) {
        guard let value else { throw .scim(.invalidValue, "value is missing") }
        var fields = SCIMUser.Fields()
        if let path {
            let name = try Self.attribute(path)
            try fields.set(name, value)
        } else {
            guard let object = value.object else {
                throw .scim(.invalidValue, "value must be an object where there is no path")
            }
            for member in object.members { try fields.set(Self.local(member.name), member.value) }
        }
        userName = fields.userName ?? userName
        edit.externalID = fields.externalID ?? edit.externalID
        edit.isActive = fields.isActive ?? edit.isActive
        if let roles = fields.roles {
            guard !isAddition else {
                // What would be added to is only known where the user is.
                throw .scim(.invalidValue, "roles are replaced as a whole")
            }
            edit.roles = roles
        }
    }

    private mutating func remove(_ path: String?) throws(Problem) {
        guard let path else {
            throw Problem.scim(.invalidPath, "path is missing")
        }
        switch try Self.attribute(path) {
        case "externalid": edit.externalID = .some(nil)
        case "roles": edit.roles = []
        case "username", "active": throw .scim(.mutability, "the attribute cannot be removed")
        case _: break
        }
    }

    /// The attribute that a path names, in small letters: there is none with a filter or a part.
    private static func attribute(_ path: String) throws(Problem) -> String {
        let name = local(path).lowercased()
        let known = ["active", "externalid", "roles", "username"]
        let outer = name.prefix { $0 != "." && $0 != "[" }
        if known.contains(name) { return name }
        guard !known.contains(String(outer)), SCIMUser.passedOver.contains(String(outer)) else {
            throw .scim(.invalidPath, "the path names no attribute that is known")
        }
        return String(outer)
    }

    /// The name without the schema before it.
    private static func local(_ name: String) -> String {
        let prefix = SCIMUser.schema + ":"
        if name.lowercased().hasPrefix(prefix.lowercased()) {
            return String(name.dropFirst(prefix.count))
        }
        // An attribute of the enterprise extension is passed over with all of it.
        return name.lowercased().hasPrefix(SCIMUser.enterpriseSchema.lowercased())
            ? SCIMUser.enterpriseSchema : name
    }
}
