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
            entitlement.member("validFrom", plain: validity.from.append)
            entitlement.member("validUntil", plain: validity.until.append)
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
            notice.list("evidence") { list in
                for record in evidence { record.write(to: &list) }
            }
            notice.member("reference", reference.fragment(in: language))
            notice.member("text", reason.text(in: language))
        }
    }
}

extension RegulationCitation {
    func write(to document: inout CanonicalDocument, in language: Language) {
        document.object { citation in
            citation.member("hash", hash.hexadecimal)
            citation.member("id", id.text)
            citation.member("knownOn", plain: knownOn.append)
            if let notice = status.notice { citation.member("notice", notice[language]) }
            citation.member("status", status.rawValue)
            citation.member("validOn", plain: validOn.append)
        }
    }
}

extension ConditionResult {
    func write(to document: inout CanonicalDocument, in language: Language) {
        document.object { result in
            if let replacement = self.document {
                result.member("document", replacement.rawValue)
            }
            result.list("evidence") { list in
                for record in evidence { record.write(to: &list) }
            }
            result.member("id", id.rawValue)
            result.member("label", id.label[language])
            if !members.isEmpty {
                result.list("members") { list in
                    for member in members { member.write(to: &list, in: language) }
                }
            }
            result.member("outcome", outcome.rawValue)
            if let reason { result.member("reason") { reason.write(to: &$0, in: language) } }
            result.member("reference", reference.fragment(in: language))
        }
    }
}

extension Reason {
    func write(to document: inout CanonicalDocument, in language: Language) {
        document.object { reason in
            reason.member("code", code)
            if let due { reason.member("due", plain: due.append) }
            reason.member("text", text(in: language))
        }
    }
}

extension EvidenceRecord {
    func write(to document: inout CanonicalDocument) {
        document.object { record in
            record.member("asOf", plain: asOf.append)
            if let consult { record.member("consultId", plain: consult.uuid.appendText) }
            record.member("source", source.rawValue)
        }
    }
}
