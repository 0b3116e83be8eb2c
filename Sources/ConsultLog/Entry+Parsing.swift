import AccessRights
import CanonicalJSON
import Facts

extension Entry {
    /// Reads an entry from its bytes, strictly: every member is known, and there is only one way to
    /// write it.
    ///
    /// - Throws: ``EntryFailure``.
    public init(parsing bytes: [UInt8]) throws(EntryFailure) {
        guard bytes.count <= Self.mostBytes else { throw .tooLong }
        let value: JSONValue
        do throws(JSONFailure) {
            value = try JSONValue(parsing: bytes)
        } catch {
            throw .notJSON(error)
        }
        if let version = value["version"]?.integer, version != Self.version { throw .unknownForm }
        if let kind = value["kind"]?.string, EntryKind(rawValue: kind) == nil {
            throw .unknownForm
        }
        do throws(JSONFieldIssues) {
            try self.init(reading: value)
        } catch {
            throw .fields(error)
        }
        guard self.bytes == bytes else { throw .notCanonical }
    }

    private init(reading value: JSONValue) throws(JSONFieldIssues) {
        var reader = JSONReader(value)
        _ = reader.integer("version", in: Self.version...Self.version)
        let kind = reader.string("kind", expected: "a kind") { EntryKind(rawValue: $0) }
        let body = reader.object("body") { body in kind.flatMap { body.body(of: $0) } }
        let (id, consult, ordinal, epoch, time, nonce, content) = try reader.complete(
            reader.uuid("id"), reader.uuid("consult"),
            reader.integer("ordinal", in: 1...1_000_000),
            reader.integer("epoch", in: 0...(1 << 53)),
            reader.integer("time"),
            reader.bytes("nonce", count: 16).flatMap(EntryNonce.init(bytes:)), body)
        let envelope = EntryEnvelope(
            id: EntryID(id), consult: ConsultID(consult), ordinal: Int(ordinal),
            epoch: WriterEpoch(epoch), time: Timestamp(milliseconds: time), nonce: nonce)
        self.init(envelope, content.0, content.1)
    }
}

extension JSONReader {
    fileprivate mutating func body(of kind: EntryKind) -> (EntryBody, SealedFields?)? {
        switch kind {
        case .asked: asked()
        case .answered: answered()
        case .refused: refused()
        case .interrupted: interrupted()
        case .audited: audited()
        case .keyRetired: keyRetired()
        case .keyRotated: keyRotated()
        case .holdChanged: holdChanged()
        case .continued: continued()
        case .rightChanged: rightChanged()
        case .referenceChanged: referenceChanged()
        case .officialChanged: officialChanged()
        case .delegationChanged: delegationChanged()
        }
    }

    private mutating func asked() -> (EntryBody, SealedFields?)? {
        let fields = sealedFields(of: .asked)
        guard let request = loggedRequest(), let operation = operation(isRequired: true),
            has("authorisation"), let authorisation = authorisation()
        else {
            if !has("authorisation") { report(.missing, at: "authorisation") }
            return nil
        }
        return (
            .asked(Asked(request: request, authorisation: authorisation, operation: operation)),
            fields
        )
    }

    private mutating func refused() -> (EntryBody, SealedFields?)? {
        let fields = sealedFields(of: .refused)
        let authorisation = authorisation()
        let operation = operation(isRequired: false)
        let omitted = optionalInteger("omittedReasons", in: 1...(1 << 31)) ?? 0
        guard let request = loggedRequest(),
            let reasons = objects("reasons", { RefusalReason(readingFrom: &$0) })
        else { return nil }
        let refused = Refused(
            request: request, authorisation: authorisation, operation: operation, reasons: reasons,
            omittedReasons: Int(omitted))
        return (.refused(refused), fields)
    }

    private mutating func answered() -> (EntryBody, SealedFields?)? {
        let fields = sealedFields(of: .answered)
        let ticket = optionalString("ticket", expected: "a ticket") {
            try SourceTicket(parsing: $0)
        }
        if fields?.received == nil || fields?.stated == nil { report(.missing, at: "confidential") }
        guard let asked = askedReference(),
            let outcome = string(
                "outcome", expected: "an outcome", { OutcomeClass(rawValue: $0) }),
            let role = string("role", expected: "a role", { SubjectRole(rawValue: $0) }),
            let retention = retention()
        else { return nil }
        let answered = Answered(
            asked: asked, outcome: outcome, role: role, ticket: ticket, retention: retention)
        return (.answered(answered), fields)
    }

    private mutating func interrupted() -> (EntryBody, SealedFields?)? {
        guard let asked = askedReference(), let retention = retention() else { return nil }
        return (.interrupted(Interrupted(asked: asked, retention: retention)), nil)
    }

    private mutating func loggedRequest() -> LoggedRequest? {
        let attributes = optionalStrings("attributes", expected: "an attribute") {
            AttributeID(rawValue: $0)
        }
        let verification = optionalString("verification", expected: "a verification") {
            VerificationID(rawValue: $0)
        }
        let trace = optionalString("trace", expected: "a trace id") { try TraceID(parsing: $0) }
        guard
            let organisation = string(
                "organisation", expected: "an enterprise number",
                { try EnterpriseNumber(parsing: $0) }),
            let application = string(
                "application", expected: "a name", { try ApplicationID(parsing: $0) }),
            let purpose = string("purpose", expected: "a name", { try PurposeID(parsing: $0) }),
            let retention = retention()
        else { return nil }
        return LoggedRequest(
            organisation: organisation, application: application, purpose: purpose,
            attributes: Set(attributes ?? []), verification: verification, trace: trace,
            retention: retention)
    }

    mutating func retention() -> RetentionClass? {
        string("retention", expected: "a name") { try RetentionClass(parsing: $0) }
    }

    mutating func authorisation() -> AuthorisationReference? {
        optionalObject("authorisation") { inner in
            let hash = inner.string("hash", expected: "64 hexadecimal digits") {
                Self.hexadecimal($0).flatMap {
                    $0.count == 32 ? AuthorisationHash(bytes: $0) : nil
                }
            }
            let id = inner.string("id", expected: "a name") { try AuthorisationID(parsing: $0) }
            guard let hash, let id else { return nil }
            return AuthorisationReference(id: id, hash: hash)
        }
    }

    /// The operation; its source stands beside it and must agree.
    private mutating func operation(isRequired: Bool) -> SourceOperation? {
        let source = optionalString("source", expected: "a source") { Source(rawValue: $0) }
        guard isRequired || source != nil || has("operation") else { return nil }
        let operation = string("operation", expected: "an operation") {
            SourceOperation(rawValue: $0)
        }
        if let operation, operation.source != source {
            report(.invalid(expected: "the source of the operation"), at: "source")
        }
        return operation
    }

    private mutating func askedReference() -> AskedReference? {
        object("asked") { inner in
            let id = inner.uuid("id")
            let leaf = inner.bytes("leaf", count: 32).flatMap(LeafHash.init(bytes:))
            guard let id, let leaf else { return nil }
            return AskedReference(id: EntryID(id), leaf: leaf)
        }
    }

    mutating func sealedFields(of kind: EntryKind) -> SealedFields? {
        guard has("confidential") else { return nil }
        let fields = object("confidential") { inner -> [ConfidentialField: SealedField]? in
            var fields: [ConfidentialField: SealedField] = [:]
            for field in kind.confidentialFields {
                fields[field] = inner.optionalObject(field.rawValue) { $0.sealedField() }
            }
            return fields
        }
        let key = bytes("key", count: 16).flatMap(DataKeyID.init(bytes:))
        guard let fields, let key else { return nil }
        return SealedFields(
            key: key, dossier: fields[.dossier], official: fields[.official],
            reason: fields[.reason], received: fields[.received], stated: fields[.stated],
            subject: fields[.subject])
    }

    private mutating func sealedField() -> SealedField? {
        let hash = bytes("hash", count: 32)
        let box = string("box", expected: "base64url") { Base64URL.bytes($0) }
        guard let hash, let box else { return nil }
        return SealedField(hash: hash, box: box)
    }

    mutating func uuid(_ name: String) -> UUIDv7? {
        string(name, expected: "a UUID of version 7") { UUIDv7(parsing: $0) }
    }

    mutating func bytes(_ name: String, count: Int) -> [UInt8]? {
        string(name, expected: "\(count) bytes in base64url") {
            Base64URL.bytes($0).flatMap { $0.count == count ? $0 : nil }
        }
    }

    private static func hexadecimal(_ text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        var half: UInt8?
        for character in text.utf8 {
            let nibble: UInt8
            switch character {
            case 0x30...0x39: nibble = character - 0x30
            case 0x61...0x66: nibble = character - 0x61 + 10
            case _: return nil
            }
            if let first = half {
                bytes.append(first << 4 | nibble)
                half = nil
            } else {
                half = nibble
            }
        }
        return half == nil ? bytes : nil
    }
}
