import CanonicalJSON
import ConsultLog
import Facts

// The members stand in canonical order.

extension Entitlement {
    func write(to document: inout CanonicalDocument) {
        document.object { entitlement in
            if let allowance {
                entitlement.member("allowance") { allowance.write(to: &$0) }
            }
            entitlement.member("amount", amount.text)
            entitlement.member("billing", billing.rawValue)
            entitlement.member("currency", "EUR")
            entitlement.member("rank") { $0.integer(Int64(rank)) }
            if let sector { entitlement.member("sector", sector.text) }
            entitlement.member("validFrom", validity.from.text)
            entitlement.member("validUntil", validity.until.text)
            entitlement.member("variant", variant.rawValue)
        }
    }
}

extension GrantedAllowance {
    func write(to document: inout CanonicalDocument) {
        document.object { allowance in
            allowance.member("free") { $0.integer(Int64(free)) }
            allowance.member("minutes") { $0.integer(Int64(unit.minutes)) }
            allowance.member("visits") { $0.integer(Int64(visits)) }
        }
    }
}

extension Notice {
    func write(to document: inout CanonicalDocument, in language: Language) {
        document.object { notice in
            notice.member("code", code)
            notice.member("evidence", evidence) { $1.write(to: &$0) }
            notice.member("reference") { reference.write(to: &$0, in: language) }
            notice.member("text", reason.text(in: language))
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
            if let replacement = self.document {
                result.member("document", replacement.rawValue)
            }
            result.member("evidence", evidence) { $1.write(to: &$0) }
            result.member("id", id.rawValue)
            result.member("label", id.label[language])
            if !members.isEmpty {
                result.member("members", members) { $1.write(to: &$0, in: language) }
            }
            result.member("outcome", outcome.rawValue)
            if let reason { result.member("reason") { reason.write(to: &$0, in: language) } }
            result.member("reference") { reference.write(to: &$0, in: language) }
        }
    }
}

extension LegalReference {
    func write(to document: inout CanonicalDocument, in language: Language) {
        document.object { reference in
            if let article { reference.member("article", article) }
            reference.member("id", id.text)
            reference.member("isConfirmed") { $0.boolean(isConfirmed) }
            if let numac { reference.member("numac", numac) }
            reference.member("title", title[language])
        }
    }
}

extension Reason {
    func write(to document: inout CanonicalDocument, in language: Language) {
        document.object { reason in
            reason.member("code", code)
            if let due { reason.member("due", due.text) }
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
