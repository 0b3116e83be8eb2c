import CanonicalJSON
import ConsultLog
import Facts

// The members stand in canonical order.

extension Entitlement {
    func write(to document: inout CanonicalDocument) {
        document.object { entitlement in
            entitlement.member("amount", amount.text)
            entitlement.member("currency", "EUR")
            entitlement.member("rank") { $0.integer(Int64(rank)) }
            entitlement.member("validFrom", validity.from.text)
            entitlement.member("validUntil", validity.until.text)
        }
    }
}

extension RegulationCitation {
    func write(to document: inout CanonicalDocument, in language: Language) {
        document.object { citation in
            citation.member("hash", hash.hexadecimal)
            citation.member("id", id.text)
            citation.member("knownOn", knownOn.text)
            if let notice = status.notice { citation.member("notice", notice[language]) }
            citation.member("status", status.rawValue)
            citation.member("validOn", validOn.text)
        }
    }
}

extension ConditionResult {
    func write(to document: inout CanonicalDocument, in language: Language) {
        document.object { result in
            result.member("evidence", evidence) { $1.write(to: &$0) }
            result.member("id", id.rawValue)
            result.member("label", id.label[language])
            result.member("outcome", outcome.rawValue)
            if let reason { result.member("reason") { reason.write(to: &$0, in: language) } }
            result.member("reference") { reference.write(to: &$0, in: language) }
        }
    }
}

extension LegalReference {
    func write(to document: inout CanonicalDocument, in language: Language) {
        document.object { reference in
            reference.member("id", id.text)
            reference.member("isConfirmed") { $0.boolean(isConfirmed) }
            reference.member("title", title[language])
        }
    }
}

extension Reason {
    func write(to document: inout CanonicalDocument, in language: Language) {
        document.object { reason in
            reason.member("code", code)
            reason.member("text", text(in: language))
        }
    }
}

extension EvidenceRecord {
    func write(to document: inout CanonicalDocument) {
        document.object { record in
            record.member("asOf", asOf.text)
            if let consult { record.member("consultId", consult.uuid.text) }
            record.member("source", source.rawValue)
        }
    }
}
