import CanonicalJSON
import Facts
import ParkingCards

/// The fields of an application for a parking card.
extension JSONReader {
    static let mostDeclarations = 20
    static let mostFurtherVehicles = 19

    /// An application, as `AssessmentRequest` of the API describes it, without the purpose.
    ///
    /// - Parameter time: when the declarations in it are made.
    mutating func cardApplication(at time: Timestamp) -> CardApplication? {
        let municipality = municipality("municipality")
        let cardType = field("cardType", .cardType) { CardType(rawValue: $0) }
        let applicant = object("applicant") { $0.ssin("ssin") }
        let enterprise = optionalObject("enterprise") { $0.applyingEnterprise() }
        let householdOf = optionalObject("householdOf") { $0.ssin("ssin") }
        let plate = object("vehicle") { $0.plate("plate") }
        let further = furtherPlates(besides: plate)
        let documents = several(
            "supportingDocuments", AssessmentRequest.mostDocuments, .documentCount
        ) {
            $0.supportingDocument()
        }
        let declarations = several("declarations", Self.mostDeclarations, .declarationCount) {
            $0.declaration(at: time)
        }
        let term = optionalString("term", expected: FieldRule.term.rawValue) { Term(parsing: $0) }
        let applied = has("appliedOn") ? parkingDay("appliedOn") : nil
        let language = optionalString("language", expected: FieldRule.language.rawValue) {
            Language(rawValue: $0)
        }
        guard let municipality, let cardType, let applicant, let plate else { return nil }
        return CardApplication(
            municipality: municipality, cardType: cardType, applicant: applicant,
            enterprise: enterprise?.number, establishment: enterprise?.unit,
            householdOf: householdOf, plate: plate, furtherPlates: further,
            documents: documents, declarations: declarations, term: term, appliedOn: applied,
            language: language ?? .nl)
    }

    /// A day of an application or of a document: nothing that a municipality decides on lies
    /// before 1900 or after 2100.
    mutating func parkingDay(_ name: String) -> CalendarDate? {
        field(name, .parkingDay) { text in
            let day = try CalendarDate(parsing: text)
            return (1900...2100).contains(day.year) ? day : nil
        }
    }

    /// Days from the first to the last.
    mutating func period() -> ValidityPeriod? {
        let from = parkingDay("from")
        let until = parkingDay("until")
        guard let from, let until else { return nil }
        let period = ValidityPeriod(from: from, until: until)
        if period == nil { report(.period, at: "until") }
        return period
    }

    private mutating func applyingEnterprise() -> (
        number: EnterpriseNumber, unit: EstablishmentUnitNumber?
    )? {
        let number = enterpriseNumber("enterpriseNumber")
        let unit =
            has("establishmentUnitNumber")
            ? establishmentUnitNumber("establishmentUnitNumber") : nil
        return number.map { ($0, unit) }
    }

    private mutating func furtherPlates(besides first: Plate?) -> [Plate] {
        let plates = several("furtherVehicles", Self.mostFurtherVehicles, .vehicleCount) {
            $0.plate("plate")
        }
        let all = plates + (first.map { [$0] } ?? [])
        if Set(all).count < all.count { report(.distinctPlates, at: "furtherVehicles") }
        return plates
    }

    /// A list of objects that may be absent, of no more than so many.
    private mutating func several<Value>(
        _ name: String, _ most: Int, _ rule: FieldRule, _ read: (inout JSONReader) -> Value?
    ) -> [Value] {
        let values = optionalObjects(name, read)
        if let values, values.count > most { report(rule, at: name) }
        return values ?? []
    }
}
