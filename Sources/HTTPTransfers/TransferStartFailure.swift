/// Why there is no engine: the process may open no more files, or has no more memory.
public struct TransferStartFailure: Error, Hashable, Sendable, CustomStringConvertible {
    public var description: String {
        "no call to another server can be made: the process may open no more files, or lacks memory"
    }
}
