import Facts
import StrictYAML

/// The legal references of one regulation file, while it is read.
struct RegulationReferences {
    private var byID: [ReferenceID: LegalReference] = [:]

    init() {}

    /// Reads the mapping `refs`: each in both languages, and confirmed where the regulation is in
    /// force.
    init(_ reader: inout YAMLReader, status: RegulationStatus?) {
        for key in reader.keys {
            guard let id = ReferenceID(parsing: key) else {
                reader.report(.invalid(expected: "named by capitals, digits and dashes"), at: key)
                continue
            }
            let reference = reader.mapping(key) { entry -> LegalReference? in
                let title = entry.localizedPair()
                let isConfirmed = entry.boolean("confirmed")
                if status == .inForce, isConfirmed == false {
                    entry.report(
                        .invalid(expected: "true in a regulation that is in force"),
                        at: "confirmed")
                }
                guard let title, let isConfirmed else { return nil }
                return LegalReference(id: id, title: title, isConfirmed: isConfirmed)
            }
            // A reference that is wrong is an issue once, not again wherever it is used.
            byID[id] =
                reference
                ?? LegalReference(id: id, title: LocalizedText(nl: "", fr: ""), isConfirmed: false)
        }
    }

    /// Reads the `ref` of an entry.
    func reference(_ reader: inout YAMLReader) -> LegalReference? {
        reader.text("ref", expected: "the name of an entry of refs") { text in
            ReferenceID(parsing: text).flatMap { byID[$0] }
        }
    }
}
