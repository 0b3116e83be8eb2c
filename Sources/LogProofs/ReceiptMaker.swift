public import ConsultLog
public import TransparencyLogs

/// Makes the receipt of a consult for whoever asked.
///
/// What is disclosed tells the asker nothing new:
/// - `subject`, `official` and `dossier` of what the asker itself wanted: of every `refused`, and of
///   the first look-up's `asked`. Whom later look-ups were about (a new number, the head of a
///   household) came from a source and may be what a right keeps from the asker;
/// - `stated` where it is the answer to the verification that was asked for: the asker has it.
///   Another fact that is stated, or that nothing is, stays closed, as it came from a source;
/// - never `received`: the types of information that came over the wire tell facts about the subject
///   that were dropped.
///
/// Entries of those whom an answer only lists are left out: how many there are is what a
/// verification keeps from its asker.
public struct ReceiptMaker: Sendable {
    private let keys: DataKeys

    public init(keys: DataKeys) { self.keys = keys }

    /// Says which entries of a consult the receipt is of, and whether it can be made.
    ///
    /// - Parameter entries: every entry of the consult.
    /// - Throws: ``ReceiptMakingFailure/unknown`` when there are none, or none is of a consult;
    ///   ``ReceiptMakingFailure/unfinished`` when an outcome is still to come.
    public static func proven(of entries: [Entry]) throws(ReceiptMakingFailure) -> [Entry] {
        var open: Set<EntryID> = []
        var proven: [Entry] = []
        for entry in entries {
            switch entry.body {
            case .asked: open.insert(entry.id)
            case .answered(let answered):
                open.remove(answered.asked.id)
                if answered.role == .listed { continue }
            case .interrupted(let interrupted): open.remove(interrupted.asked.id)
            case .refused: break
            case .audited, .keyRetired, .keyRotated, .holdChanged, .continued, .rightChanged,
                .referenceChanged, .officialChanged, .delegationChanged:
                continue
            }
            proven.append(entry)
        }
        guard !proven.isEmpty else { throw .unknown }
        guard open.isEmpty else { throw .unfinished }
        return proven
    }

    /// Makes the receipt.
    ///
    /// - Parameters:
    ///   - proven: what ``proven(of:)`` returned, with a proof each, in the order of their indices.
    ///   - checkpoint: of the tree that the proofs are of.
    /// - Throws: ``ReceiptMakingFailure``; also when a proof does not lead to the checkpoint's root,
    ///   so that no receipt is given out that does not hold.
    public func receipt(
        _ proven: [(entry: Entry, proof: InclusionProof)], checkpoint: SignedCheckpoint
    ) throws(ReceiptMakingFailure) -> Receipt {
        guard let consult = proven.first?.entry.consult else { throw .unknown }
        let verifications = Set(proven.filter { $0.entry.isVerification }.map(\.entry.id))
        var entries: [ReceiptEntry] = []
        for (entry, proof) in proven {
            guard entry.consult == consult else { throw .unknown }
            do {
                try proof.verify(
                    leaf: .leaf(entry.bytes), root: checkpoint.unverified.root)
                entries.append(
                    ReceiptEntry(
                        entry: entry, proof: try TLogProof(proof, checkpoint: checkpoint),
                        disclosures: try disclosures(of: entry, verifications)))
            } catch let failure as ReceiptMakingFailure {
                throw failure
            } catch {
                throw .damaged(index: proof.index)
            }
        }
        entries.sort { $0.index < $1.index }
        do {
            return try Receipt(consult: consult, entries: entries)
        } catch {
            throw .damaged(index: entries[0].index)
        }
    }

    /// What the asker may have of an entry. What was retired stays closed.
    private func disclosures(
        of entry: Entry, _ verifications: Set<EntryID>
    ) throws(ReceiptMakingFailure) -> [Disclosure] {
        let fields: [ConfidentialField]
        switch entry.body {
        case .refused: fields = [.dossier, .official, .subject]
        case .asked:
            fields = entry.ordinal == 1 ? [.dossier, .official, .subject] : [.dossier, .official]
        case .answered(let answered):
            fields = verifications.contains(answered.asked.id) ? [.stated] : []
        case .interrupted, .audited, .keyRetired, .keyRotated, .holdChanged, .continued,
            .rightChanged, .referenceChanged, .officialChanged, .delegationChanged:
            fields = []
        }
        var disclosures: [Disclosure] = []
        for field in fields where entry.confidential?[field] != nil {
            do throws(DisclosureFailure) {
                let disclosure = try entry.open(field, using: keys)
                if Self.isForAsker(disclosure.value) { disclosures.append(disclosure) }
            } catch .noKey(.unknown) {
                continue
            } catch {
                throw .notOpened(entry.id, field)
            }
        }
        return disclosures
    }

    private static func isForAsker(_ value: ConfidentialValue) -> Bool {
        switch value {
        case .stated(.answer), .stated(.number): true
        case .stated: false
        case .dossier, .official, .reason, .received, .subject: true
        }
    }
}

extension Entry {
    fileprivate var isVerification: Bool {
        if case .asked(let asked) = body { asked.request.verification != nil } else { false }
    }
}
