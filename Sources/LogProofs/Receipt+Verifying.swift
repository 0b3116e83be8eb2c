import ConsultLog
public import TransparencyLogs

extension Receipt {
    /// Checks everything that the receipt says: that every entry is in the tree of a checkpoint that
    /// the policy trusts, that each outcome's intent stands before it, and that what is disclosed is
    /// what the entries hold.
    ///
    /// - Throws: ``ReceiptFailure`` at the first deviation.
    public func verify(policy: TrustPolicy) throws(ReceiptFailure) -> ReceiptReport {
        let tree = entries[0].proof.checkpoint.unverified
        var report: ReceiptReport?
        var intents: [EntryID: LeafHash] = [:]
        var last: UInt64?
        for item in entries {
            let index = item.index
            let trusted: TrustedCheckpoint
            do throws(TLogProofFailure) {
                trusted = try item.proof.verify(
                    leaf: .leaf(item.entry.bytes), policy: policy)
            } catch {
                throw .notProven(index: index, error)
            }
            guard trusted.checkpoint == tree else { throw .otherCheckpoint(index: index) }
            guard last.map({ $0 < index }) ?? true else { throw .notInOrder(index: index) }
            guard item.entry.consult == consult else { throw .otherConsult(index: index) }
            try Self.check(item, &intents)
            last = index
            report = (report ?? ReceiptReport(consult: consult, checkpoint: trusted)).adding(item)
        }
        guard let report else { throw .noEntries }
        return report
    }

    private static func check(
        _ item: ReceiptEntry, _ intents: inout [EntryID: LeafHash]
    ) throws(ReceiptFailure) {
        switch item.entry.body {
        case .asked: intents[item.entry.id] = item.entry.leafHash
        case .answered(let answered):
            guard intents[answered.asked.id] == answered.asked.leaf else {
                throw .noIntent(index: item.index)
            }
        case .interrupted(let interrupted):
            guard intents[interrupted.asked.id] == interrupted.asked.leaf else {
                throw .noIntent(index: item.index)
            }
        case .refused: break
        case .audited, .keyRetired, .keyRotated, .holdChanged, .continued, .rightChanged,
            .referenceChanged, .officialChanged, .delegationChanged:
            throw .otherConsult(index: item.index)
        }
        for disclosure in item.disclosures {
            let field = disclosure.value.field
            guard item.entry.confidential?[field]?.hash == disclosure.hash else {
                throw .notDisclosed(index: item.index, field)
            }
        }
    }
}
