public import Facts

/// The parts by which a reason is written down and read back.
extension RefusalReason {
    /// The name of the kind of reason.
    public var code: String {
        switch self {
        case .roleMissing: "roleMissing"
        case .organisationHasNone: "organisationHasNone"
        case .applicationNotCovered: "applicationNotCovered"
        case .purposeNotGranted: "purposeNotGranted"
        case .notYetValid: "notYetValid"
        case .noLongerValid: "noLongerValid"
        case .attributeNotGranted: "attributeNotGranted"
        case .verificationNotGranted: "verificationNotGranted"
        case .referenceNotGranted: "referenceNotGranted"
        case .referenceTooLong: "referenceTooLong"
        case .dossierRequired: "dossierRequired"
        case .officialRequired: "officialRequired"
        case .openDossierRequired: "openDossierRequired"
        case .quotaExhausted: "quotaExhausted"
        case .nothingAsked: "nothingAsked"
        case .municipalityNotCovered: "municipalityNotCovered"
        case .populationUndetermined: "populationUndetermined"
        case .outsidePopulation: "outsidePopulation"
        }
    }

    /// The role, authorisation, application, purpose, attribute or verification that it concerns.
    public var name: String? {
        switch self {
        case .organisationHasNone, .dossierRequired, .officialRequired, .openDossierRequired,
            .quotaExhausted, .nothingAsked, .populationUndetermined, .outsidePopulation:
            nil
        case .roleMissing(let role): role.rawValue
        case .municipalityNotCovered(let municipality): municipality.digits
        case .applicationNotCovered(let application): application.text
        case .purposeNotGranted(let purpose): purpose.text
        case .notYetValid(let authorisation, _): authorisation.text
        case .noLongerValid(let authorisation, _): authorisation.text
        case .attributeNotGranted(let attribute): attribute.rawValue
        case .verificationNotGranted(let verification): verification.rawValue
        case .referenceNotGranted(let kind), .referenceTooLong(let kind): kind.text
        }
    }

    /// The day from which or until which the right holds.
    public var day: CalendarDate? {
        switch self {
        case .notYetValid(_, let day), .noLongerValid(_, let day): day
        case .organisationHasNone, .dossierRequired, .officialRequired, .openDossierRequired,
            .quotaExhausted, .nothingAsked, .populationUndetermined, .outsidePopulation,
            .referenceNotGranted, .referenceTooLong, .municipalityNotCovered,
            .applicationNotCovered, .purposeNotGranted, .attributeNotGranted,
            .verificationNotGranted, .roleMissing:
            nil
        }
    }

    /// Puts a reason together again; `nil` when the parts do not form one.
    public init?(code: String, name: String?, day: CalendarDate?) {
        switch (code, name, day) {
        case ("roleMissing", let name?, nil):
            guard let role = ApplicationRole(rawValue: name) else { return nil }
            self = .roleMissing(role)
        case ("organisationHasNone", nil, nil): self = .organisationHasNone
        case ("dossierRequired", nil, nil): self = .dossierRequired
        case ("officialRequired", nil, nil): self = .officialRequired
        case ("openDossierRequired", nil, nil): self = .openDossierRequired
        case ("quotaExhausted", nil, nil): self = .quotaExhausted
        case ("nothingAsked", nil, nil): self = .nothingAsked
        case ("populationUndetermined", nil, nil): self = .populationUndetermined
        case ("outsidePopulation", nil, nil): self = .outsidePopulation
        case ("municipalityNotCovered", let name?, nil):
            guard let code = try? NISCode(parsing: name) else { return nil }
            self = .municipalityNotCovered(code)
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
        case ("referenceNotGranted", let name?, nil):
            guard let kind = try? ReferenceKind(parsing: name) else { return nil }
            self = .referenceNotGranted(kind)
        case ("referenceTooLong", let name?, nil):
            guard let kind = try? ReferenceKind(parsing: name) else { return nil }
            self = .referenceTooLong(kind)
        case (_, _, _): return nil
        }
    }
}
