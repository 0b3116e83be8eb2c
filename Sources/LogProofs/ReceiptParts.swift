import CanonicalJSON
import TransparencyLogs

/// The members of an entry of a receipt, before they are looked into.
struct ReceiptParts {
    let entry: [UInt8]
    let proof: [UInt8]
    let disclosures: [JSONValue]

    init?(_ reader: inout JSONReader) {
        let disclosures = reader.optionalValue("disclosures")
        if disclosures?.array == nil {
            reader.report(.wrongType(expected: .array), at: "disclosures")
        }
        let entry = reader.string("entry", expected: "base64") { Base64.bytes($0.utf8) }
        let proof = reader.string("proof")
        guard let entry, let proof, let disclosures = disclosures?.array else { return nil }
        self.entry = entry
        self.proof = Array(proof.utf8)
        self.disclosures = disclosures
    }
}
