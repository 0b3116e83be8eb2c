import CanonicalJSON
import Facts
import StrictYAML

/// What the parts of a regulation file need of the rest of it while they are read: its languages,
/// its legal references and its sectors.
struct RegulationReferences {
    let languages: Set<Language>
    private(set) var all: [LegalReference] = []
    private var byID: [ReferenceID: LegalReference] = [:]
    var sectors: Set<SectorID> = []

    init(languages: Set<Language>) { self.languages = languages }

    /// Reads the mapping `refs`: each in the languages of the municipality, and confirmed where the
    /// regulation is in force.
    mutating func read(_ reader: inout YAMLReader, status: RegulationStatus?) {
        for key in reader.keys {
            guard let id = ReferenceID(parsing: key) else {
                reader.report(.invalid(expected: "named by capitals, digits and dashes"), at: key)
                continue
            }
            let reference = reader.mapping(key) { Self.reference(id, &$0, languages, status) }
            // A reference that is wrong is an issue once, not again wherever it is used.
            byID[id] =
                reference
                ?? (try? LegalReference(
                    id: id, title: LocalizedText(nl: "", fr: ""), article: nil, numac: nil,
                    published: nil, isConfirmed: false))
            if let reference { all.append(reference) }
        }
    }

    /// Reads the `ref` of an entry.
    func reference(_ reader: inout YAMLReader) -> LegalReference? {
        reader.text("ref", expected: "the name of an entry of refs") { text in
            ReferenceID(parsing: text).flatMap { byID[$0] }
        }
    }

    /// Reads a list of names of references.
    func references(_ reader: inout YAMLReader, _ key: String) -> [LegalReference]? {
        reader.texts(key, expected: "the name of an entry of refs") { text in
            ReferenceID(parsing: text).flatMap { byID[$0] }
        }
    }

    /// Reads the name of a sector of the regulation.
    func sector(_ reader: inout YAMLReader, _ key: String) -> SectorID? {
        reader.text(key, expected: "the name of a sector of the list") { text in
            SectorID(parsing: text).flatMap { sectors.contains($0) ? $0 : nil }
        }
    }

    private static func reference(
        _ id: ReferenceID, _ reader: inout YAMLReader, _ languages: Set<Language>,
        _ status: RegulationStatus?
    ) -> LegalReference? {
        let title = reader.localizedPair(in: languages)
        let article = reader.nullableText("article")
        let numac = reader.isNull("eli_numac") ? nil : reader.numac("eli_numac")
        let published = reader.optionalDay("published")
        let isConfirmed = reader.boolean("confirmed")
        if status == .inForce, isConfirmed == false {
            reader.report(
                .invalid(expected: "true in a regulation that is in force"), at: "confirmed")
        }
        guard let title, let isConfirmed else { return nil }
        do throws(JSONFailure) {
            return try LegalReference(
                id: id, title: title, article: article, numac: numac, published: published,
                isConfirmed: isConfirmed)
        } catch {
            reader.report(.invalid(expected: "text that JSON can hold"), at: "confirmed")
            return nil
        }
    }
}

extension YAMLReader {
    fileprivate mutating func numac(_ key: String) -> String? {
        text(key, expected: "the ten digits of the Official Gazette") { text in
            text.utf8.count == 10
                && text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
                ? text : nil
        }
    }
}
