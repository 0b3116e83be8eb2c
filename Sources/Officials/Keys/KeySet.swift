import CanonicalJSON

/// The keys that an identity provider publishes, by their names (RFC 7517 §5).
public struct KeySet: Sendable {
    /// How many bytes a key set may have.
    public static let mostBytes = 64 * 1024
    /// How many keys it may hold.
    public static let mostKeys = 32

    private let keys: [String: VerificationKey]

    /// Reads a document. Members that are not for signatures that we know are passed over.
    ///
    /// - Throws: ``KeySetFailure/tooLarge`` and ``KeySetFailure/unintelligible``, also when two keys
    ///   have one name or none can be used.
    public init(parsing document: [UInt8]) async throws(KeySetFailure) {
        guard document.count <= Self.mostBytes else { throw .tooLarge }
        guard
            let value = try? JSONValue(
                parsing: document, limits: JSONLimits(size: Self.mostBytes, depth: 8)),
            let members = value["keys"]?.array
        else { throw .unintelligible }
        guard members.count <= Self.mostKeys else { throw .tooLarge }
        var keys: [String: VerificationKey] = [:]
        for member in members {
            guard let name = member["kid"]?.string,
                let key = await VerificationKey(member, named: name)
            else { continue }
            guard keys.updateValue(key, forKey: name) == nil else { throw .unintelligible }
        }
        guard !keys.isEmpty else { throw .unintelligible }
        self.keys = keys
    }

    /// The key with this name.
    func key(named name: String) -> VerificationKey? { keys[name] }

    /// How many keys can be used.
    public var count: Int { keys.count }
}
