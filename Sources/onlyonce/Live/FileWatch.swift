/// Decides when files that are followed are read anew: once they changed and hold still, so that
/// half of a file, or a certificate without its new key, is not taken for the whole.
struct FileWatch<Signature: Equatable & Sendable>: Sendable {
    /// What was read last; `nil` before the first time.
    private var taken: Signature?
    private var last: Signature?

    init() {}

    /// Looks once more; whether the files are to be read now.
    mutating func isToBeRead(_ signature: Signature) -> Bool {
        defer { last = signature }
        guard signature != taken, taken == nil || signature == last else { return false }
        taken = signature
        return true
    }
}
