/// Decides when files that are followed are read anew: once they changed and hold still, so that
/// half of a file, or a certificate without its new key, is not taken for the whole.
struct FileWatch<Signature: Equatable & Sendable>: Sendable {
    /// What was read last; `nil` before the first time.
    private var taken: Signature?
    private var last: Signature?
    /// Whether what was read last could not be used: the reason may lie outside the files, such as
    /// their mode or the time.
    private var isOwed = false

    init() {}

    /// Looks once more; whether the files are to be read now.
    mutating func isToBeRead(_ signature: Signature) -> Bool {
        defer { last = signature }
        guard signature != taken || isOwed, taken == nil || signature == last else { return false }
        (taken, isOwed) = (signature, false)
        return true
    }

    /// Lets the files be read again at the next look.
    mutating func couldNotUse() { isOwed = true }
}
