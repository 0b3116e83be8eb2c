/// What a field must be, in the words that a client reads behind "must be".
enum FieldRule: String, Hashable, Sendable, CaseIterable {
    case ssin = "a national register number or BIS number of eleven digits"
    case ssinStructure = "a national register number or BIS number whose check digits agree"
    case enterpriseNumber = "an enterprise number of ten digits"
    case enterpriseNumberStructure = "an enterprise number whose check digits agree"
    case plate = "a registration mark of two to eight letters and digits"
    case municipality = "the five-digit code of a municipality"
    case date = "a date of the form yyyy-mm-dd"
    case purpose = "the name of a purpose: 1 to 64 small letters, digits, dots and dashes"
    case dossier = "1 to 128 printable characters"
    case selection = "the name of an attribute or group of this resource"
    case selectionCount = "a list of 1 to 50 names"
    case predicate = "the name of a verification"
    case licenceCategory = "a category of driving licences"
    case vehicleCategory = "a category of vehicles: 1 to 8 letters and digits"
    case vehicleCategoryCount = "a list of 1 to 20 categories"
    case knownVehicleCategory = "a European category of vehicles, such as M1"
    case register = "one of: population, foreigners, waiting"
    case plateKind = "a kind of number plate"
    case plateKindRule = "given as kinds or as otherThan, and not both"
    case naceCode = "a NACE code of 2 to 5 digits"
    case listCount = "a list of 1 to 100 entries"
    case area = "an object with municipalities, postCodes or streets"
    case establishmentUnitNumber = "an establishment unit number of ten digits"
    case establishmentUnitNumberStructure = "an establishment unit number whose check digits agree"
    case party = "a person's ssin or an enterpriseNumber, and not both"
    case street = "the name of a street, of 1 to 100 characters"
    case houseNumber = "a number of 1 to 12 characters"
    case postCode = "a post code of four digits"
    case postCodeCount = "a list of 1 to 100 post codes"
    case place = "given as address or as sector, and not both"
    case referenceKind =
        "the name of a kind of dossier: 1 to 64 small letters, digits, dots and dashes"
    case reference = "the name of a dossier: a UUID of version 7"
    case subject = "a person's ssin, an enterpriseNumber or a plate, and one of them only"
    case lastDay = "today or a later day"
    case cardType = "a type of parking card"
    case language = "one of: nl, fr, en"
    case documentKind = "a kind of supporting document"
    case documentCount = "a list of at most 20 documents"
    case parkingDay = "a date of the form yyyy-mm-dd from 1900 to 2100"
    case term = "a term of whole months or years, such as P1Y"
    case vehicleCount = "a list of at most 19 further vehicles"
    case distinctPlates = "another plate than the other vehicles"
    case declarationCount = "a list of at most 20 declarations"
    case declaration = "made of one of question, staff, sector and registeredSince"
    case question = "a question that an official can answer"
    case answer = "true or false"
    case sector = "the name of a sector: 1 to 32 small letters, digits and dashes"
    case official = "the name of an official: 1 to 128 printable characters"
    case officialRole = "a role of officials"
    case period = "no earlier than the first day"
    case card = "the name of a card: a UUID of version 7"
    case cardReason = "1 to 500 printable characters"
    case paymentReference = "1 to 64 letters, digits and the signs + - . /"
    case plateCount = "a list of 1 to 10 different registration marks"
    case notice = "the name of a notice: a UUID of version 7"
    case noticeKind = "one of: decision, renewal, revocation"
    case noticeChannel = "one of: eBox, email, paper"
    case deliveryProof = "1 to 128 characters of printable ASCII"
    case registerEvent = "one of: death, move, plateStruckOff"
    case cardState = "a state of a card"

    /// Which of the guide's issues it is when the field is not so.
    enum Kind: Hashable { case form, structure, combination, period }

    var kind: Kind {
        switch self {
        case .ssinStructure, .enterpriseNumberStructure, .establishmentUnitNumberStructure:
            .structure
        case .party, .place, .subject, .plateKindRule, .declaration, .distinctPlates:
            .combination
        case .period, .lastDay: .period
        case .ssin, .enterpriseNumber, .plate, .municipality, .date, .purpose, .dossier,
            .selection, .selectionCount, .predicate, .licenceCategory, .vehicleCategory,
            .vehicleCategoryCount, .street, .houseNumber, .postCode, .postCodeCount, .referenceKind,
            .reference, .cardType, .language, .documentKind, .documentCount, .official,
            .officialRole, .knownVehicleCategory, .register, .plateKind, .naceCode, .listCount,
            .area, .establishmentUnitNumber, .parkingDay, .term, .vehicleCount,
            .declarationCount, .question, .answer, .sector,
            .card, .cardReason, .paymentReference, .plateCount, .notice, .noticeKind,
            .noticeChannel, .deliveryProof, .registerEvent, .cardState:
            .form
        }
    }
}
