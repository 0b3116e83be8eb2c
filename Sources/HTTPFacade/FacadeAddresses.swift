/// Where the three listeners listen now.
public struct FacadeAddresses: Hashable, Sendable {
    public let api: ListenerAddress
    public let web: ListenerAddress
    public let operations: ListenerAddress
}
