public import TransparencyLogs

/// Where what a tiled log publishes can be read: a directory, a web server, a data directory.
///
/// Conformers fetch bytes and look at none of them. Nothing that they give is trusted.
public protocol LogSource: Sendable {
    /// Returns the published bytes; `nil` when the log says that it has no such resource.
    ///
    /// - Throws: ``LogSourceFailure`` when the source gives no answer, which says nothing of the
    ///   log.
    func bytes(of resource: LogResource) async throws(LogSourceFailure) -> [UInt8]?
}
