import AccessRights

/// An intent of the present run that may stand in the log without an outcome, because a write failed.
/// It holds nothing confidential.
struct OpenIntent: Sendable {
    /// What of it nobody knows.
    enum Doubt: Sendable {
        case none
        /// Whether the intent itself was written.
        case intent
        /// Whether this outcome of it was written.
        case outcome(EntryID)
    }

    let asked: AskedReference
    let consult: ConsultID
    let ordinal: Int
    let retention: RetentionClass
    let doubt: Doubt

    /// What entries leave open that were not appended, each intent once.
    ///
    /// - Parameter records: the entries as they were to be written; `nil` when they were not made.
    static func left(
        by drafts: [EntryDraft], _ records: [EntryRecord]?, _ failure: LogFailure
    ) -> [OpenIntent] {
        let isDoubtful = failure == .unreachable
        var known: Set<EntryID> = []
        var left: [OpenIntent] = []
        for (place, draft) in drafts.enumerated() {
            guard
                let intent = OpenIntent(
                    draft, isDoubtful ? records.map { $0[place] } : nil),
                known.insert(intent.asked.id).inserted
            else { continue }
            left.append(intent)
        }
        return left
    }

    /// - Parameter record: the entry, when nobody knows whether it was written.
    private init?(_ draft: EntryDraft, _ record: EntryRecord?) {
        switch draft.body {
        case .asked(let intent):
            // One that was certainly not written is none.
            guard let record else { return nil }
            asked = record.appended.asAsked
            retention = intent.request.retention
            doubt = .intent
        case .answered(let answered):
            asked = answered.asked
            retention = answered.retention
            doubt = record.map { .outcome($0.id) } ?? .none
        case .refused, .interrupted, .audited, .keyRetired, .keyRotated, .holdChanged, .continued,
            .rightChanged, .referenceChanged, .officialChanged, .delegationChanged:
            return nil
        }
        consult = draft.consult
        ordinal = draft.ordinal
    }

    /// What closes it.
    var interrupted: EntryDraft {
        EntryDraft(
            consult: consult, ordinal: ordinal,
            body: .interrupted(Interrupted(asked: asked, retention: retention)))
    }
}
