public import CanonicalJSON
public import ConsultLog
public import Facts
public import Gateway

/// Where cards live: it takes applications in, and takes every step on a card.
///
/// A step is a function of the life as it stands; it is durable, with the place that it takes and
/// the answer to its order, before it is told. Of two that meet, the second sees the first.
public struct CardOffice: Sendable {
    /// How often a step is tried while others come between.
    static let mostAttempts = 200

    let storage: any CardLifeStorage
    let examiner: any ApplicationExaminer
    let regulations: [NISCode: Regulation]
    let regions: [RegionalFrame]
    let key: CardKey
    let holder: @Sendable (SSIN, NISCode) -> Pseudonym
    let time: any TimeSource
    let random: any RandomSource

    /// - Parameters:
    ///   - regulations: by the municipality that made them.
    ///   - regions: what regions prescribe to their municipalities.
    ///   - holder: makes the pseudonym of a person in the records of a municipality.
    public init(
        storage: any CardLifeStorage, examiner: any ApplicationExaminer,
        regulations: [NISCode: Regulation], regions: [RegionalFrame] = [], key: CardKey,
        holder: @escaping @Sendable (SSIN, NISCode) -> Pseudonym, time: any TimeSource,
        random: any RandomSource = SystemRandom()
    ) {
        self.storage = storage
        self.examiner = examiner
        self.regulations = regulations
        self.regions = regions
        self.key = key
        self.holder = holder
        self.time = time
        self.random = random
    }

    /// What stands for an official in the history of cards.
    public func code(of official: OfficialID) -> OfficialCode { key.code(of: official) }

    /// The present instant.
    public func now() -> Timestamp { time.now() }

    var moment: Moment { Moment(time.now(), on: time.today()) }

    func newID() -> UUIDv7 {
        let bytes = random.bytes(16)
        func word(_ part: ArraySlice<UInt8>) -> UInt64 { part.reduce(0) { $0 << 8 | UInt64($1) } }
        return UUIDv7(at: time.now(), random: (word(bytes[..<8]), word(bytes[8...])))
    }

    /// A card about which the organisation decides, as it stands.
    ///
    /// - Throws: ``CardFailure``; a card of somebody else is told in no way from one that never was.
    public func life(
        _ id: CardID, for organisation: EnterpriseNumber
    ) async throws(CardFailure) -> CardLife {
        var life = try await stored(id, for: organisation)
        _ = life.pass(to: moment)
        return life
    }

    /// A card with its history, as an application is shown it.
    ///
    /// - Throws: as ``life(_:for:)``.
    public func file(
        _ id: CardID, for organisation: EnterpriseNumber
    ) async throws(CardFailure) -> JSONValue {
        let life = try await life(id, for: organisation)
        let history = try await reading { () async throws(CardStorageFailure) in
            try await storage.history(of: id)
        }
        guard case .object(var file) = life.view else { return life.view }
        file["history"] = .array(history.map(\.view))
        return .object(file)
    }

    /// The cards of a municipality in a state, as they were written down, a page in the order of
    /// their names.
    ///
    /// - Throws: ``CardFailure``; a municipality about which the organisation does not decide has
    ///   no cards for it.
    public func cards(
        in municipality: NISCode, _ state: CardState.Name, after last: CardID?, limit: Int,
        for organisation: EnterpriseNumber
    ) async throws(CardFailure) -> [CardID] {
        guard regulations[municipality]?.deciders.contains(organisation) == true else {
            throw .unknownCard
        }
        return try await reading { () async throws(CardStorageFailure) in
            try await storage.cards(in: municipality, state, after: last, limit: limit)
        }
    }

    func stored(
        _ id: CardID, for organisation: EnterpriseNumber
    ) async throws(CardFailure) -> CardLife {
        let found = try await reading { () async throws(CardStorageFailure) in
            try await storage.life(id)
        }
        guard let life = found,
            regulations[life.municipality]?.deciders.contains(organisation) == true
        else { throw .unknownCard }
        return life
    }

    func reading<Value>(
        _ work: () async throws(CardStorageFailure) -> Value
    ) async throws(CardFailure) -> Value {
        do throws(CardStorageFailure) {
            return try await work()
        } catch {
            throw .unavailable
        }
    }

    func rules(of life: CardLife) throws(CardFailure) -> (regulation: Regulation, life: LifeRules) {
        guard let regulation = regulations[life.municipality] else {
            throw .assessment(.unknownMunicipality)
        }
        guard let rules = regulation.lifeRules(for: life.type) else {
            throw .assessment(.noRuleInForce)
        }
        return (regulation, rules)
    }

    /// The card that an answer is about.
    public static func card(of answer: [UInt8]) -> CardID? {
        (try? JSONValue(parsing: answer))?["cardId"]?.string.flatMap { CardID(parsing: $0) }
    }

    func bytes(_ value: JSONValue) throws(CardFailure) -> [UInt8] {
        do throws(JSONFailure) {
            return try value.canonicalBytes()
        } catch {
            throw .unavailable
        }
    }
}
