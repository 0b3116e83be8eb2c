/// What stands in a write-ahead log behind its last whole commit, and belongs there to nothing.
///
/// SQLite leaves such bytes out without a word when it opens the database: they are of a commit that
/// was cut off or damaged (sqlite.org/fileformat2.html, "The Write-Ahead Log"). Frames of an earlier
/// round, which the present one has not overwritten yet, are no tail: they are in the main file.
public struct WALTail: Hashable, Sendable {
    /// From behind the last whole commit to the end of the last frame that is of the present round,
    /// or of none.
    public let bytes: Int

    static let headerLength = 32
    static let frameHeaderLength = 24

    /// Looks through a write-ahead log of so many bytes.
    ///
    /// - Parameter read: returns that many bytes from an offset; fewer when there are no more.
    public init<Failure: Error>(
        length: Int, read: (_ offset: Int, _ count: Int) throws(Failure) -> [UInt8]
    ) throws(Failure) {
        guard length > 0 else {
            bytes = 0
            return
        }
        guard let header = WALHeader(try read(0, Self.headerLength)) else {
            // Without it none of the rest is read.
            bytes = length
            return
        }
        let step = Self.frameHeaderLength + header.pageSize
        var sum = header.sum
        var isWhole = true
        var committed = Self.headerLength
        var end = Self.headerLength
        for offset in stride(from: Self.headerLength, to: length, by: step) {
            let frame = try read(offset, min(step, length - offset))
            // One frame that is not as it must be ends what SQLite reads, whatever follows.
            isWhole = isWhole && frame.count == step && header.follows(frame, &sum)
            if isWhole, header.word(frame, at: 4) != 0 { committed = offset + step }
            if !header.isEarlier(frame) { end = offset + frame.count }
        }
        bytes = max(0, end - committed)
    }
}
