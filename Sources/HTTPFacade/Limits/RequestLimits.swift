/// How much is taken on, before anything is logged or any source is asked.
public struct RequestLimits: Hashable, Sendable {
    /// How many requests one application may send in a second; `nil` for as many as it likes.
    public var requestsPerSecond: Int?
    /// How many requests with a body are worked on at once, over all applications.
    public var concurrentConsults = 2000
    /// The largest body of a request, in bytes.
    public var largestBody = 64 * 1024
    /// How many questions one request may hold, where it may hold several.
    public var largestBatch = 100

    /// How many lines a second the requests of those leave in the application log who are no
    /// registered application, for each listener.
    public var anonymousLinesPerSecond = 20

    /// The standard limits.
    public init() {}
}
