public import ConsultLog
public import TransparencyLogs

/// What was checked of a receipt that holds.
public struct ReceiptReport: Hashable, Sendable {
    public let consult: ConsultID
    /// The checkpoint whose tree holds the entries, and who cosigned it.
    public let checkpoint: TrustedCheckpoint
    /// The entries that were proven, by kind.
    public private(set) var entries: [EntryKind: UInt64] = [:]
    /// How many confidential values were held to their entries.
    public private(set) var disclosures: UInt64 = 0

    init(consult: ConsultID, checkpoint: TrustedCheckpoint) {
        self.consult = consult
        self.checkpoint = checkpoint
    }

    func adding(_ item: ReceiptEntry) -> ReceiptReport {
        var report = self
        report.entries[item.entry.kind, default: 0] += 1
        report.disclosures += UInt64(item.disclosures.count)
        return report
    }
}
