import CanonicalJSON
import Facts

// How an application stands in the sealed box of a dossier.

extension CardApplication {
    var json: JSONValue {
        var object: JSONObject = [
            "municipality": .string(municipality.digits), "cardType": .string(cardType.rawValue),
            "applicant": .string(applicant.digits), "plate": .string(plate.text),
            "language": .string(language.rawValue),
            "documents": .array(documents.map(\.json)),
            "declarations": .array(declarations.map(\.json)),
            "furtherPlates": .array(furtherPlates.map { .string($0.text) }),
            "renewedPlates": .array(
                renewedPlates.map(\.text).sorted().map { .string($0) }),
        ]
        object["enterprise"] = enterprise.map { .string($0.digits) }
        object["establishment"] = establishment.map { .string($0.digits) }
        object["householdOf"] = householdOf.map { .string($0.digits) }
        object["term"] = term.map { .string($0.text) }
        object["appliedOn"] = appliedOn.map { .string($0.text) }
        object["renewal"] = renewal.map {
            ["rank": .integer(Int64($0.rank)), "heldSince": .string($0.heldSince.text)]
        }
        return .object(object)
    }

    init?(stored reader: inout JSONReader) {
        let municipality = reader.string("municipality", expected: "a NIS code") {
            try NISCode(parsing: $0)
        }
        let type = reader.string("cardType", expected: "a type") { CardType(rawValue: $0) }
        let applicant = reader.string("applicant", expected: "a number") { try SSIN(parsing: $0) }
        let plate = reader.string("plate", expected: "a plate") { try Plate(parsing: $0) }
        let language = reader.string("language", expected: "a language") { Language(rawValue: $0) }
        let documents = reader.objects("documents") { SupportingDocument(stored: &$0) }
        let declarations = reader.objects("declarations") { Declaration(stored: &$0) }
        let further = reader.strings("furtherPlates", expected: "plates") {
            try Plate(parsing: $0)
        }
        let renewed = reader.strings("renewedPlates", expected: "plates") {
            try Plate(parsing: $0)
        }
        let enterprise = reader.optionalString("enterprise", expected: "a number") {
            try EnterpriseNumber(parsing: $0)
        }
        let establishment = reader.optionalString("establishment", expected: "a number") {
            try EstablishmentUnitNumber(parsing: $0)
        }
        let householdOf = reader.optionalString("householdOf", expected: "a number") {
            try SSIN(parsing: $0)
        }
        let term = reader.optionalString("term", expected: "a term") { Term(parsing: $0) }
        let applied = reader.optionalString("appliedOn", expected: "a day") {
            try CalendarDate(parsing: $0)
        }
        let renewal = reader.optionalObject("renewal") { renewal -> Renewal? in
            let rank = renewal.integer("rank", in: 1...100_000)
            let since = renewal.storedDay("heldSince")
            guard let rank, let since else { return nil }
            return Renewal(rank: Int(rank), heldSince: since)
        }
        guard let municipality, let type, let applicant, let plate, let language, let documents,
            let declarations, let further, let renewed
        else { return nil }
        self.init(
            municipality: municipality, cardType: type, applicant: applicant,
            enterprise: enterprise, establishment: establishment, householdOf: householdOf,
            plate: plate, furtherPlates: further, documents: documents,
            declarations: declarations, term: term, appliedOn: applied, renewal: renewal,
            renewedPlates: Set(renewed), language: language)
    }
}

extension SupportingDocument {
    fileprivate var json: JSONValue {
        var object: JSONObject = ["kind": .string(kind.rawValue), "period": period.json]
        object["enterprise"] = enterprise.map { .string($0.digits) }
        object["person"] = person.map { .string($0.digits) }
        object["plate"] = plate.map { .string($0.text) }
        object["headcount"] = headcount.map { .integer(Int64($0)) }
        return .object(object)
    }

    fileprivate init?(stored reader: inout JSONReader) {
        let kind = reader.string("kind", expected: "a kind") { Kind(rawValue: $0) }
        let period = reader.storedPeriod("period")
        let enterprise = reader.optionalString("enterprise", expected: "a number") {
            try EnterpriseNumber(parsing: $0)
        }
        let person = reader.optionalString("person", expected: "a number") {
            try SSIN(parsing: $0)
        }
        let plate = reader.optionalString("plate", expected: "a plate") { try Plate(parsing: $0) }
        let headcount = reader.optionalInteger("headcount")
        guard let kind, let period else { return nil }
        self.init(
            kind, by: enterprise, for: person, plate: plate, period: period,
            headcount: headcount.map { Int($0) })
    }
}

extension Declaration {
    fileprivate var json: JSONValue {
        var object: JSONObject = [
            "period": period.json, "madeAt": .integer(madeAt.milliseconds),
        ]
        switch statement {
        case .answer(let question, let answer):
            object["question"] = .string(question.rawValue)
            object["answer"] = .string(answer ? "yes" : "no")
        case .staff(let count): object["staff"] = .integer(Int64(count))
        case .sector(let sector): object["sector"] = .string(sector.text)
        case .registeredSince(let day): object["registeredSince"] = .string(day.text)
        }
        return .object(object)
    }

    fileprivate init?(stored reader: inout JSONReader) {
        let period = reader.storedPeriod("period")
        let made = reader.integer("madeAt")
        let question = reader.optionalString("question", expected: "a question") {
            FactQuestion(rawValue: $0)
        }
        let answer = reader.optionalString("answer")
        let staff = reader.optionalInteger("staff")
        let sector = reader.optionalString("sector", expected: "a sector") { SectorID(parsing: $0) }
        let since = reader.optionalString("registeredSince", expected: "a day") {
            try CalendarDate(parsing: $0)
        }
        let statement: Statement? =
            if let question, let answer {
                .answer(question, answer == "yes")
            } else if let staff {
                .staff(Int(staff))
            } else if let sector {
                .sector(sector)
            } else if let since {
                .registeredSince(since)
            } else {
                nil
            }
        guard let period, let made, let statement else { return nil }
        self.init(statement, madeAt: Timestamp(milliseconds: made), period: period)
    }
}

extension ValidityPeriod {
    var json: JSONValue { ["from": .string(from.text), "until": .string(until.text)] }
}

extension JSONReader {
    mutating func storedDay(_ name: String) -> CalendarDate? {
        string(name, expected: "a day") { try CalendarDate(parsing: $0) }
    }

    mutating func storedPeriod(_ name: String) -> ValidityPeriod? {
        object(name) { reader -> ValidityPeriod? in
            let from = reader.storedDay("from")
            let until = reader.storedDay("until")
            guard let from, let until else { return nil }
            return ValidityPeriod(from: from, until: until)
        }
    }
}
