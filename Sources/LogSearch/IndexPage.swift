import ConsultLog

/// Entries on their way into the index: within one segment of level 0, with what could not be read.
struct IndexPage: Sendable {
    let range: Range<UInt64>
    let entries: [(index: UInt64, entry: SearchableEntry)]
    /// Where something stands that is no entry.
    let damaged: [UInt64]

    /// Reads stored entries from an index on, as far as the segment in which it lies goes.
    ///
    /// A gap is covered as well, and so are entries whose bytes were destroyed: nothing is found
    /// there.
    ///
    /// - Parameter isLast: whether the log ends behind these entries.
    init?(_ stored: [StoredEntry], from next: UInt64) {
        let segmentEnd = SegmentName(covering: next).end
        var entries: [(index: UInt64, entry: SearchableEntry)] = []
        var damaged: [UInt64] = []
        var end = next
        for item in stored {
            guard let index = item.position.entryIndex, index < segmentEnd else {
                // Whatever lies between is a gap.
                end = segmentEnd
                break
            }
            end = index + 1
            if item.bytes.isEmpty { continue }
            do throws(EntryFailure) {
                entries.append((index, try SearchableEntry(parsing: item.bytes)))
            } catch {
                damaged.append(index)
            }
        }
        guard end > next else { return nil }
        range = next..<end
        self.entries = entries
        self.damaged = damaged
    }

    var witness: EntryWitness? {
        entries.last.map { EntryWitness(id: $0.entry.id, index: $0.index) }
    }
}

extension LogPosition {
    /// The index of the entry in the tree.
    var entryIndex: UInt64? { number > 0 ? UInt64(number - 1) : nil }

    /// The position before an index, behind which reading begins.
    init?(before index: UInt64) {
        guard index > 0 else { return nil }
        self.init(Int64(index))
    }
}
