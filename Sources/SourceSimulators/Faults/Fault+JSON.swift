import CanonicalJSON

extension Fault.Kind {
    /// The name in the control port: `down`, `status503`, `MSG00012`, …
    var name: String {
        switch self {
        case .down: "down"
        case .slow: "slow"
        case .cutOff: "cutOff"
        case .garbled: "garbled"
        case .wrongSchema: "wrongSchema"
        case .anotherSubject: "anotherSubject"
        case .stale: "stale"
        case .tooLarge: "tooLarge"
        case .httpStatus(let code): "status\(code)"
        case .soapFault: "soapFault"
        case .statusCode(let code): code.rawValue
        }
    }

    /// Every kind that the control port knows.
    static let all: [Fault.Kind] =
        [
            .down, .slow, .cutOff, .garbled, .wrongSchema, .anotherSubject, .stale, .tooLarge,
            .httpStatus(500), .httpStatus(503), .soapFault,
        ] + KSZStatusCode.allCases.map(Fault.Kind.statusCode)

    init?(named name: String) {
        guard let kind = Self.all.first(where: { $0.name == name }) else { return nil }
        self = kind
    }
}

extension Fault {
    /// Reads `{"kind": …, "probability"?: 0…1, "delayMs"?: 0…600000}`.
    init(parsing bytes: [UInt8]) throws(JSONFieldIssues) {
        let document = (try? JSONValue(parsing: bytes)) ?? .null
        var reader = JSONReader(document)
        let kind = reader.string("kind", expected: "a fault") { Kind(named: $0) }
        let probability = reader.optionalNumber("probability") ?? 1
        if !(0...1).contains(probability) {
            reader.report(.invalid(expected: "between 0 and 1"), at: "probability")
        }
        let delay = reader.optionalInteger("delayMs", in: 0...600_000) ?? 5000
        let complete = try reader.complete(kind)
        self.init(complete, probability: probability, delayMilliseconds: Int(delay))
    }

    var json: JSONValue {
        [
            "kind": .string(kind.name), "probability": .number(probability),
            "delayMs": .integer(Int64(delayMilliseconds)),
        ]
    }
}
