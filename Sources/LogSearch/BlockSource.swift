/// The blocks of one segment. Reading blocks the thread.
public protocol BlockSource: Sendable {
    /// How many there are; a rest that is no whole block does not count.
    var blockCount: Int { get }

    /// The 512 words of a block, as they were appended.
    ///
    /// - Throws: ``IndexFailure/unreadable(_:)``.
    func block(_ number: Int) throws(IndexFailure) -> [UInt64]
}
