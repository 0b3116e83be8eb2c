/// The kinds of JSON values.
public enum JSONKind: String, Hashable, Sendable, CaseIterable {
    case null, boolean, integer, number, string, array, object
}
