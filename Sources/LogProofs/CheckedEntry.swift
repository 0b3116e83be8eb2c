import CanonicalJSON
import ConsultLog
import TransparencyLogs

/// An entry that was held to its form, and what the checks across entries need of it.
struct CheckedEntry: Sendable {
    let outline: EntryOutline
    /// How many entries it says were retired.
    let retired: UInt64

    /// - Throws: ``LogDeviation/notAnEntry(index:offset:)`` or
    ///   ``LogDeviation/entry(index:_:)``.
    init(
        _ bytes: ArraySlice<UInt8>, at index: UInt64, depth: LogVerifierDepth
    ) throws(LogDeviation) {
        do throws(CanonicalScanner.Unexpected) {
            outline = try EntryOutline(scanning: bytes.span)
        } catch {
            throw .notAnEntry(index: index, offset: error.offset)
        }
        guard depth == .values || !BodyMembers.areKnown(of: outline.kind) else {
            retired = 0
            return
        }
        do throws(EntryFailure) {
            retired = Self.retired(in: try Entry(parsing: Array(bytes)))
        } catch {
            throw .entry(index: index, error)
        }
    }

    private static func retired(in entry: Entry) -> UInt64 {
        switch entry.body {
        case .keyRetired(let retirement):
            retirement.periods.reduce(0) { $0 + UInt64(clamping: $1.entries) }
        case .asked, .answered, .refused, .interrupted, .audited, .keyRotated, .holdChanged,
            .continued, .rightChanged, .referenceChanged, .officialChanged, .delegationChanged:
            0
        }
    }
}
