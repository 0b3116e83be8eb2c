import Facts

/// What every entry says of itself, whatever its kind.
struct EntryEnvelope {
    let id: EntryID
    let consult: ConsultID
    let ordinal: Int
    let epoch: WriterEpoch
    let time: Timestamp
    let nonce: EntryNonce
}
