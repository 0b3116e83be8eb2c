import KBOOpenData

/// Imports an extract of the Crossroads Bank for Enterprises, full or update, as it says itself.
struct ExtractImport: Sendable {
    private let replica: KBOReplica

    init(_ replica: KBOReplica) { self.replica = replica }

    /// - Parameter progress: told the share that is done, 0 to 1.
    /// - Returns: the extract that the replica holds now.
    func run(
        _ archive: String, progress: @escaping @Sendable (Double) -> Void
    ) async throws(UsageError) -> String {
        let report: @Sendable (KBOProgress) -> Void = { progress($0.fraction) }
        do throws(KBOFailure) {
            switch try await KBOExtractArchive.kind(of: archive) {
            case .full:
                return try await replica.importFull(from: archive, progress: report).text
            case .update:
                switch try await replica.applyUpdate(from: archive, progress: report) {
                case .applied(let extract), .alreadyApplied(let extract): return extract.text
                }
            }
        } catch {
            throw UsageError("\(archive) was not imported, and the replica is as it was: \(error)")
        }
    }
}
