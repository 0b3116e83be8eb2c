import TransparencyLogs

/// The cosignatures that were collected, by checkpoint, until they are a quorum.
struct CosignatureRounds: Sendable {
    /// A slow witness may be so many checkpoints behind.
    private static let most = 32

    private let policy: TrustPolicy
    private let keys: [VerifierKey]
    private var rounds: [(signed: SignedCheckpoint, cosignatures: [NoteSignature])] = []

    init(_ policy: TrustPolicy, logKeys keys: [VerifierKey]) {
        self.policy = policy
        self.keys = keys
    }

    /// Opens a round, unless there is one for the same text.
    mutating func open(_ checkpoint: SignedCheckpoint) {
        guard !rounds.contains(where: { $0.signed.note.text == checkpoint.note.text }) else {
            return
        }
        rounds.append((checkpoint, []))
        if rounds.count > Self.most { rounds.removeFirst() }
    }

    /// Adds a cosignature that was checked; a later one of the same key takes the place of an
    /// earlier one.
    ///
    /// - Returns: the checkpoint with all its cosignatures when they are a quorum.
    mutating func add(
        _ cosignature: NoteSignature, to checkpoint: SignedCheckpoint
    ) -> SignedCheckpoint? {
        guard let index = rounds.firstIndex(where: { $0.signed.note.text == checkpoint.note.text })
        else { return nil }
        rounds[index].cosignatures.removeAll {
            $0.name == cosignature.name && $0.keyID == cosignature.keyID
        }
        rounds[index].cosignatures.append(cosignature)
        guard let merged = try? rounds[index].signed.adding(rounds[index].cosignatures),
            (try? policy.evaluate(merged, besides: keys)) != nil
        else { return nil }
        return merged
    }
}
