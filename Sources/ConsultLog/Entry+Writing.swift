import AccessRights
import Facts

// The members stand in canonical order here, which is the whole point of writing them by hand: an
// entry costs a few microseconds less than through a tree of values.
extension Entry {
    /// Puts an entry together and writes it.
    init(_ envelope: EntryEnvelope, _ body: EntryBody, _ confidential: SealedFields?) {
        id = envelope.id
        consult = envelope.consult
        ordinal = envelope.ordinal
        epoch = envelope.epoch
        time = envelope.time
        nonce = envelope.nonce
        self.body = body
        self.confidential = confidential
        bytes = Self.write(envelope, body, confidential)
    }

    private static func write(
        _ envelope: EntryEnvelope, _ body: EntryBody, _ confidential: SealedFields?
    ) -> [UInt8] {
        var writer = CanonicalWriter(capacity: 1536)
        writer.raw("{\"body\":{")
        switch body {
        case .asked(let asked): writer.asked(asked, confidential)
        case .answered(let answered): writer.answered(answered, confidential)
        case .refused(let refused): writer.refused(refused, confidential)
        case .interrupted(let interrupted): writer.interrupted(interrupted)
        case .audited(let audited): writer.audited(audited, confidential)
        case .keyRetired(let retired): writer.keyRetired(retired, confidential)
        case .keyRotated(let rotated): writer.keyRotated(rotated, confidential)
        case .holdChanged(let changed): writer.holdChanged(changed, confidential)
        case .continued(let continued): writer.continued(continued, confidential)
        case .rightChanged(let changed): writer.rightChanged(changed, confidential)
        case .referenceChanged(let changed): writer.referenceChanged(changed, confidential)
        case .officialChanged(let changed): writer.officialChanged(changed, confidential)
        case .delegationChanged(let changed): writer.delegationChanged(changed, confidential)
        }
        writer.raw("},\"consult\":")
        writer.uuid(envelope.consult.uuid)
        writer.raw(",\"epoch\":")
        writer.integer(envelope.epoch.number)
        writer.raw(",\"id\":")
        writer.uuid(envelope.id.uuid)
        writer.raw(",\"kind\":")
        writer.string(body.kind.rawValue)
        writer.raw(",\"nonce\":")
        writer.base64URL(envelope.nonce.bytes)
        writer.raw(",\"ordinal\":")
        writer.integer(Int64(envelope.ordinal))
        writer.raw(",\"time\":")
        writer.integer(envelope.time.milliseconds)
        writer.raw(",\"version\":1}")
        return writer.bytes
    }
}

extension CanonicalWriter {
    fileprivate mutating func asked(_ asked: Asked, _ confidential: SealedFields?) {
        let request = asked.request
        requestHead(request)
        authorisation(asked.authorisation)
        sealed(confidential)
        raw(",\"operation\":")
        string(asked.operation.rawValue)
        raw(",\"organisation\":")
        string(request.organisation.digits)
        raw(",\"purpose\":")
        string(request.purpose.text)
        raw(",\"retention\":")
        string(request.retention.text)
        raw(",\"source\":")
        string(asked.operation.source.rawValue)
        requestTail(request)
    }

    fileprivate mutating func refused(_ refused: Refused, _ confidential: SealedFields?) {
        let request = refused.request
        requestHead(request)
        if let authorisation = refused.authorisation { self.authorisation(authorisation) }
        sealed(confidential)
        if refused.omittedReasons > 0 {
            raw(",\"omittedReasons\":")
            integer(Int64(refused.omittedReasons))
        }
        if let operation = refused.operation {
            raw(",\"operation\":")
            string(operation.rawValue)
        }
        raw(",\"organisation\":")
        string(request.organisation.digits)
        raw(",\"purpose\":")
        string(request.purpose.text)
        raw(",\"reasons\":")
        list(refused.reasons) { writer, reason in reason.write(to: &writer) }
        raw(",\"retention\":")
        string(request.retention.text)
        if let operation = refused.operation {
            raw(",\"source\":")
            string(operation.source.rawValue)
        }
        requestTail(request)
    }

    fileprivate mutating func answered(_ answered: Answered, _ confidential: SealedFields?) {
        raw("\"asked\":")
        asked(answered.asked)
        sealed(confidential)
        raw(",\"outcome\":")
        string(answered.outcome.rawValue)
        raw(",\"retention\":")
        string(answered.retention.text)
        raw(",\"role\":")
        string(answered.role.rawValue)
        if let ticket = answered.ticket {
            raw(",\"ticket\":")
            string(ticket.text)
        }
    }

    fileprivate mutating func interrupted(_ interrupted: Interrupted) {
        raw("\"asked\":")
        asked(interrupted.asked)
        raw(",\"retention\":")
        string(interrupted.retention.text)
    }

    private mutating func requestHead(_ request: LoggedRequest) {
        raw("\"application\":")
        string(request.application.text)
        if !request.attributes.isEmpty {
            raw(",\"attributes\":")
            list(request.attributes) { writer, attribute in writer.string(attribute.rawValue) }
        }
    }

    private mutating func requestTail(_ request: LoggedRequest) {
        if let trace = request.trace {
            raw(",\"trace\":")
            string(trace.text)
        }
        if let verification = request.verification {
            raw(",\"verification\":")
            string(verification.rawValue)
        }
    }

    mutating func authorisation(_ authorisation: AuthorisationReference) {
        raw(",\"authorisation\":{\"hash\":")
        hexadecimal(authorisation.hash.bytes)
        raw(",\"id\":")
        string(authorisation.id.text)
        raw("}")
    }

    private mutating func asked(_ reference: AskedReference) {
        raw("{\"id\":")
        uuid(reference.id.uuid)
        raw(",\"leaf\":")
        base64URL(reference.leaf.bytes)
        raw("}")
    }

    private mutating func sealed(_ fields: SealedFields?) {
        boxes(fields)
        key(fields)
    }

    mutating func boxes(_ fields: SealedFields?) {
        guard let fields else { return }
        raw(",\"confidential\":{")
        var isFirst = true
        for field in ConfidentialField.allCases {
            guard let sealed = fields[field] else { continue }
            if !isFirst { raw(",") }
            isFirst = false
            string(field.rawValue)
            raw(":{\"box\":")
            base64URL(sealed.box)
            raw(",\"hash\":")
            base64URL(sealed.hash)
            raw("}")
        }
        raw("}")
    }

    mutating func key(_ fields: SealedFields?) {
        guard let fields else { return }
        raw(",\"key\":")
        base64URL(fields.key.bytes)
    }
}
