/// A sign-in that begins.
public struct SignInBegin: Sendable {
    /// Where the browser goes.
    public let location: String
    /// What the browser keeps, to show that it is the same one: nothing but this.
    public let secret: String
}
