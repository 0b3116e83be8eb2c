/// Room without end: for a log whose storage says itself when it is full.
public struct AmpleRoom: LogRoom {
    public init() {}

    public func takesIntents() async -> Bool { true }
}
