import CanonicalJSON

/// A request of the personnel system (RFC 7644).
struct SCIMRequest: Sendable {
    /// What stands in the part of the path that varies.
    let part: String
    /// What stands behind the `?`, decoded, each name once.
    let parameters: [String: String]
    /// What was sent; `nil` where nothing is.
    let body: JSONValue?
}
