import CanonicalJSON
import Facts

extension ConfidentialValue {
    /// Writes the value in canonical JSON.
    func write(to writer: inout CanonicalWriter) {
        switch self {
        case .dossier(let dossier): writer.string(dossier.text)
        case .official(let official): writer.string(official.text)
        case .reason(let reason): writer.string(reason.text)
        case .received(let types): writer.string(types.sorted().map(\.code).joined())
        case .stated(.nothing): writer.raw("null")
        case .stated(.answer(true)): writer.raw("{\"answer\":true}")
        case .stated(.answer(false)): writer.raw("{\"answer\":false}")
        case .stated(.answer(nil)): writer.raw("{\"answer\":null}")
        case .stated(.number(let number)):
            writer.raw("{\"answer\":")
            writer.integer(Int64(number))
            writer.raw("}")
        case .stated(.deceased): writer.raw("{\"fact\":\"deceased\"}")
        case .subject(let subject):
            writer.raw("{\"id\":")
            writer.string(subject.id)
            writer.raw(",\"type\":")
            writer.string(subject.type)
            writer.raw("}")
        }
    }

    /// Reads the value of a field; `nil` when it is not one.
    init?(of field: ConfidentialField, _ value: JSONValue) {
        switch field {
        case .dossier:
            guard let text = value.string, let dossier = try? DossierReference(parsing: text) else {
                return nil
            }
            self = .dossier(dossier)
        case .official:
            guard let text = value.string, let official = try? OfficialID(parsing: text) else {
                return nil
            }
            self = .official(official)
        case .reason:
            guard let text = value.string, let reason = try? StatedReason(parsing: text) else {
                return nil
            }
            self = .reason(reason)
        case .received:
            guard let types = value.string.flatMap(Self.informationTypes) else { return nil }
            self = .received(types)
        case .stated:
            guard let stated = StatedOutcome(value) else { return nil }
            self = .stated(stated)
        case .subject:
            guard let subject = Subject(value) else { return nil }
            self = .subject(subject)
        }
    }

    /// Reads the codes, three digits each, that stand one after the other.
    private static func informationTypes(_ text: String) -> Set<InformationType>? {
        let digits = Array(text.utf8)
        guard digits.count.isMultiple(of: 3), digits.allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        let codes = stride(from: 0, to: digits.count, by: 3).map { start in
            String(decoding: digits[start..<start + 3], as: UTF8.self)
        }
        return Set(codes.map(InformationType.init(stringLiteral:)))
    }
}

extension StatedOutcome {
    fileprivate init?(_ value: JSONValue) {
        if case .null = value {
            self = .nothing
            return
        }
        guard let object = value.object, object.count == 1 else { return nil }
        switch (object["answer"], object["fact"]?.string) {
        case (.bool(let answer)?, nil): self = .answer(answer)
        case (.null?, nil): self = .answer(nil)
        case (let number?, nil):
            guard let number = number.integer.flatMap({ Int(exactly: $0) }), number >= 0 else {
                return nil
            }
            self = .number(number)
        case (nil, "deceased"?): self = .deceased
        case (_, _): return nil
        }
    }
}

extension Subject {
    fileprivate var type: String {
        switch self {
        case .person: "ssin"
        case .vehicle: "plate"
        case .enterprise: "enterprise"
        case .official: "official"
        }
    }

    fileprivate var id: String {
        switch self {
        case .person(let ssin): ssin.digits
        case .vehicle(let plate): plate.text
        case .enterprise(let number): number.digits
        case .official(let official): official.text
        }
    }

    fileprivate init?(_ value: JSONValue) {
        guard let object = value.object, object.count == 2, let id = object["id"]?.string else {
            return nil
        }
        switch object["type"]?.string {
        case "ssin":
            if let ssin = try? SSIN(parsing: id) { self = .person(ssin) } else { return nil }
        case "plate":
            if let plate = try? Plate(parsing: id) { self = .vehicle(plate) } else { return nil }
        case "enterprise":
            guard let number = try? EnterpriseNumber(parsing: id) else { return nil }
            self = .enterprise(number)
        case "official":
            guard let official = try? OfficialID(parsing: id) else { return nil }
            self = .official(official)
        case _: return nil
        }
    }
}
