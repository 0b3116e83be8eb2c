import Facts
import Testing

@Suite("The catalogue of attributes, the municipalities")
struct CatalogueTests {
    @Test("every attribute has a row", arguments: AttributeID.allCases)
    func row(_ id: AttributeID) {
        let row = Attribute(id)
        #expect(row.id == id)
        #expect(row.source == id.group.source)
        #expect(id.rawValue.hasPrefix(id.group.rawValue + "."))
        #expect(!row.label.nl.isEmpty && !row.label.fr.isEmpty && row.label.en?.isEmpty == false)
        let isOfNationalRegister = [.nationalRegister, .drivingLicences].contains(row.source)
        #expect(row.informationTypes.isEmpty == !isOfNationalRegister)
        #expect(row.semanticURI.map { $0.hasPrefix("http") } ?? true)
    }

    @Test("the catalogue holds every attribute once, the groups hold them all")
    func complete() {
        #expect(Attribute.catalogue.map(\.id) == AttributeID.allCases)
        #expect(AttributeGroup.allCases.flatMap(\.attributes) == AttributeID.allCases)
    }

    @Test("there are 19 municipalities, each with a code, two names and postal codes of its own")
    func municipalities() throws {
        let all = Municipality.allCases
        #expect(all.map(\.rawValue) == (21_001...21_019).map(String.init))
        for municipality in all {
            let code = try NISCode(parsing: municipality.rawValue)
            #expect(code == NISCode(municipality))
            #expect(Municipality(code) == municipality)
            #expect(!municipality.name.nl.isEmpty && !municipality.name.fr.isEmpty)
            #expect(municipality.postCodes.allSatisfy { $0.utf8.count == 4 && $0.hasPrefix("1") })
        }
        #expect(Set(all.map(\.name.nl)).count == 19 && Set(all.map(\.name.fr)).count == 19)
        let postCodes = all.flatMap(\.postCodes)
        #expect(postCodes.count == Set(postCodes).count && postCodes.count == 22)
        #expect(Municipality(try NISCode(parsing: "11002")) == nil)
    }

    @Test("a text without English is shown in Dutch to who asks for English")
    func languages() {
        let text = LocalizedText(nl: "Vorst", fr: "Forest")
        #expect(text[.nl] == "Vorst" && text[.fr] == "Forest" && text[.en] == "Vorst")
        #expect(LocalizedText(nl: "a", fr: "b", en: "c")[.en] == "c")
    }
}
