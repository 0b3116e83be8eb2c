import Crypto
import Facts

/// Turns drafts into entries: gives identity, time and nonce, boxes, writes, hashes. It holds no
/// state, so that every caller does this in its own task, in parallel.
struct EntrySealer: Sendable {
    let epoch: WriterEpoch
    let keys: DataKeys
    let random: any RandomSource
    let now: @Sendable () -> Timestamp

    func seal(_ draft: EntryDraft) async throws(LogFailure) -> EntryRecord {
        var random = RandomBlock(random, count: 32 + 28 * draft.confidences.count)
        let time = now()
        let id = EntryID(UUIDv7(at: time, random: (random.word(), random.word())))
        guard let nonce = EntryNonce(bytes: random.bytes(16)) else {
            preconditionFailure("a nonce has 16 bytes")
        }
        let envelope = EntryEnvelope(
            id: id, consult: draft.consult, ordinal: draft.ordinal, epoch: epoch, time: time,
            nonce: nonce)
        let key = try await key(for: draft)
        let confidential = key.map { box(draft.confidences, in: id, under: $0, &random) }
        let entry = Entry(envelope, draft.body, confidential)
        guard entry.bytes.count <= Entry.mostBytes else { throw .entryTooLong }
        return EntryRecord(entry)
    }

    /// The key of the draft's boxes; `nil` when it has none.
    private func key(for draft: EntryDraft) async throws(LogFailure) -> DataKey? {
        if draft.confidences.count == 0 { return nil }
        do throws(KeyFailure) {
            return try await keys.key(
                for: KeyPeriod(retention: draft.body.retention, consult: draft.consult))
        } catch {
            throw .noKey(error)
        }
    }

    private func box(
        _ confidences: Confidences, in id: EntryID, under key: DataKey,
        _ random: inout RandomBlock
    ) -> SealedFields {
        func sealed(_ value: ConfidentialValue?) -> SealedField? {
            guard let value else { return nil }
            return SealedField(
                Disclosure(salt: random.bytes(16), value: value), in: id, under: key,
                nonce: random.bytes(Box.nonceLength))
        }
        return SealedFields(
            key: key.id,
            dossier: sealed(confidences.dossier.map { .dossier($0) }),
            official: sealed(confidences.official.map { .official($0) }),
            reason: sealed(confidences.reason.map { .reason($0) }),
            received: sealed(confidences.received.map { .received($0) }),
            stated: sealed(confidences.stated.map { .stated($0) }),
            subject: sealed(confidences.subject.map { .subject($0) }))
    }
}
