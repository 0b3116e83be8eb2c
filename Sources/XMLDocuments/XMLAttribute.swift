/// One attribute of an ``XMLElement``. Namespace declarations are not attributes.
public struct XMLAttribute: Sendable, Hashable {
    public var namespace: String?
    public var name: String
    public var value: String

    public init(_ name: String, _ value: String, namespace: String? = nil) {
        self.namespace = namespace
        self.name = name
        self.value = value
    }
}
