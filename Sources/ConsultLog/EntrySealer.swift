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
        let confidential = try await box(draft, in: id, &random)
        let entry = Entry(envelope, draft.body, confidential)
        guard entry.bytes.count <= Entry.mostBytes else { throw .entryTooLong }
        return EntryRecord(entry)
    }

    private func box(
        _ draft: EntryDraft, in id: EntryID, _ random: inout RandomBlock
    ) async throws(LogFailure) -> SealedFields? {
        let confidences = draft.confidences
        if confidences.count == 0 { return nil }
        let key: DataKey
        do throws(KeyFailure) {
            key = try await keys.key(
                for: KeyPeriod(retention: draft.body.retention, consult: draft.consult))
        } catch {
            throw .noKey(error)
        }
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
            received: sealed(confidences.received.map { .received($0) }),
            stated: sealed(confidences.stated.map { .stated($0) }),
            subject: sealed(confidences.subject.map { .subject($0) }))
    }
}
