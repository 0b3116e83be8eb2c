import AccessRights
import CanonicalJSON
import Facts

/// A reason as the log writes it: its code, the name that it concerns, and the day if one counts.
extension RefusalReason {
    func write(to writer: inout CanonicalWriter) {
        writer.raw("{\"code\":")
        writer.string(code)
        if let day {
            writer.raw(",\"day\":")
            writer.string(day.text)
        }
        if let name {
            writer.raw(",\"name\":")
            writer.string(name)
        }
        writer.raw("}")
    }

    init?(readingFrom reader: inout JSONReader) {
        guard let code = reader.string("code") else { return nil }
        let name = reader.optionalString("name")
        let day = reader.optionalString("day", expected: "a day") { try CalendarDate(parsing: $0) }
        guard let reason = Self(code: code, name: name, day: day) else {
            reader.report(.invalid(expected: "a known reason"), at: "code")
            return nil
        }
        self = reason
    }

    private var code: String {
        switch self {
        case .organisationHasNone: "organisationHasNone"
        case .applicationNotCovered: "applicationNotCovered"
        case .purposeNotGranted: "purposeNotGranted"
        case .notYetValid: "notYetValid"
        case .noLongerValid: "noLongerValid"
        case .attributeNotGranted: "attributeNotGranted"
        case .verificationNotGranted: "verificationNotGranted"
        case .dossierRequired: "dossierRequired"
        case .officialRequired: "officialRequired"
        case .outsidePopulation: "outsidePopulation"
        }
    }

    private var name: String? {
        switch self {
        case .organisationHasNone, .dossierRequired, .officialRequired, .outsidePopulation: nil
        case .applicationNotCovered(let application): application.text
        case .purposeNotGranted(let purpose): purpose.text
        case .notYetValid(let authorisation, _): authorisation.text
        case .noLongerValid(let authorisation, _): authorisation.text
        case .attributeNotGranted(let attribute): attribute.rawValue
        case .verificationNotGranted(let verification): verification.rawValue
        }
    }

    private var day: CalendarDate? {
        switch self {
        case .notYetValid(_, let day), .noLongerValid(_, let day): day
        case .organisationHasNone, .dossierRequired, .officialRequired, .outsidePopulation,
            .applicationNotCovered, .purposeNotGranted, .attributeNotGranted,
            .verificationNotGranted:
            nil
        }
    }

    private init?(code: String, name: String?, day: CalendarDate?) {
        switch (code, name, day) {
        case ("organisationHasNone", nil, nil): self = .organisationHasNone
        case ("dossierRequired", nil, nil): self = .dossierRequired
        case ("officialRequired", nil, nil): self = .officialRequired
        case ("outsidePopulation", nil, nil): self = .outsidePopulation
        case ("applicationNotCovered", let name?, nil):
            guard let id = try? ApplicationID(parsing: name) else { return nil }
            self = .applicationNotCovered(id)
        case ("purposeNotGranted", let name?, nil):
            guard let id = try? PurposeID(parsing: name) else { return nil }
            self = .purposeNotGranted(id)
        case ("notYetValid", let name?, let day?):
            guard let id = try? AuthorisationID(parsing: name) else { return nil }
            self = .notYetValid(id, from: day)
        case ("noLongerValid", let name?, let day?):
            guard let id = try? AuthorisationID(parsing: name) else { return nil }
            self = .noLongerValid(id, until: day)
        case ("attributeNotGranted", let name?, nil):
            guard let id = AttributeID(rawValue: name) else { return nil }
            self = .attributeNotGranted(id)
        case ("verificationNotGranted", let name?, nil):
            guard let id = VerificationID(rawValue: name) else { return nil }
            self = .verificationNotGranted(id)
        case (_, _, _): return nil
        }
    }
}
