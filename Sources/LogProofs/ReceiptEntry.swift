import CanonicalJSON
public import ConsultLog
public import TransparencyLogs

/// One entry of a receipt, with its proof and what is disclosed of it.
public struct ReceiptEntry: Hashable, Sendable {
    public let entry: Entry
    public let proof: TLogProof
    /// In the order of their names, each name once.
    public let disclosures: [Disclosure]

    init(entry: Entry, proof: TLogProof, disclosures: [Disclosure]) {
        self.entry = entry
        self.proof = proof
        self.disclosures = disclosures.sorted {
            $0.value.field.rawValue < $1.value.field.rawValue
        }
    }

    /// The index of the entry in the tree.
    public var index: UInt64 { proof.index }

    init(_ parts: ReceiptParts, at place: Int) throws(ReceiptFailure) {
        do throws(TLogProofFailure) {
            proof = try TLogProof(parsing: parts.proof)
        } catch {
            throw .proof(place: place, error)
        }
        do throws(EntryFailure) {
            entry = try Entry(parsing: parts.entry)
        } catch {
            throw .entry(index: proof.index, error)
        }
        var disclosures: [Disclosure] = []
        for triple in parts.disclosures {
            guard let bytes = try? triple.canonicalBytes(),
                let disclosure = try? Disclosure(parsing: bytes),
                disclosures.last?.value.field.rawValue ?? "" < disclosure.value.field.rawValue
            else { throw .disclosure(index: proof.index, place: disclosures.count) }
            disclosures.append(disclosure)
        }
        self.disclosures = disclosures
    }

    /// As it stands in a receipt.
    var value: JSONValue {
        get throws(JSONFailure) {
            [
                "disclosures": .array(
                    try disclosures.map { disclosure throws(JSONFailure) in
                        try JSONValue(parsing: disclosure.bytes)
                    }),
                "entry": .string(Base64.text(entry.bytes)),
                "proof": .string(String(decoding: proof.bytes, as: UTF8.self)),
            ]
        }
    }
}
