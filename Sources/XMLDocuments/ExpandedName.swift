/// The name of an element or attribute, apart from any prefix (Namespaces in XML 1.0 §2.1).
struct ExpandedName: Hashable, Sendable {
    let name: String
    /// The namespace URI, or `nil` for none.
    let namespace: String?
}
