import ConsultLog
import Facts

/// Who was asked, or what was looked at, as a letter tells it.
struct LetterEvidence: Hashable {
    let source: EvidenceSource
    let name: String
    let consult: ConsultID?
    let asOf: Timestamp

    init(_ record: EvidenceRecord, in wording: LetterWording) {
        source = record.source
        name = wording.name(of: record.source)
        consult = record.consult
        asOf = record.asOf
    }
}
