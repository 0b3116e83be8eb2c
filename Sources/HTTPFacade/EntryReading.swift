public import ConsultLog
public import LogProofs

/// Records that an auditor reads entries of the log; durable when it returns.
public typealias EntryReading = @Sendable (EntryReader) async throws(LogFailure) -> Void
