/// A signature could not be made.
public struct SigningFailure: Error, Hashable {
    public init() {}
}
