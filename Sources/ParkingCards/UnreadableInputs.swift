/// Stored inputs of a decision that are not what was written.
public struct UnreadableInputs: Error, Hashable, Sendable {}
