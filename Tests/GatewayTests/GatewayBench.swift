import AccessRights
import ConsultLog
import ConsultLogFakes
import Crypto
import Facts
import Gateway
import GatewayFakes

/// A gateway between scripted sources and a log in memory.
struct GatewayBench: Sendable {
    let world: World
    let storage: InMemoryConsultLogStorage
    let sources: ScriptedSources
    let references = InMemoryReferenceStorage()
    let quotas = InMemoryQuotaStorage()
    let repertory: Repertory
    let gateway: Gateway
    private let bench: LogBench

    init(
        _ script: SourceScript = SourceScript(), granting authorisations: [Authorisation]? = nil,
        on day: String = "2026-11-21", countedBy counts: (any QuotaStorage)? = nil,
        observer: (any GatewayObserver)? = nil, rightsAreKnown: Bool = true
    ) async throws {
        world = try World()
        storage = InMemoryConsultLogStorage()
        bench = try await LogBench(storage)
        sources = ScriptedSources(script, storage: storage)
        let rights = try AccessRights(
            authorisations ?? [world.everything(), world.populationCheck()])
        repertory = Repertory(references, keys: bench.keys, random: SeededRandom(seed: 5))
        gateway = Gateway(
            rights: { rightsAreKnown ? rights : nil }, log: bench.log,
            sources: Sources(
                nationalRegister: sources, drivingLicences: sources, vehicles: sources,
                enterprises: sources, deadline: .seconds(7)),
            time: FixedTime(day: try CalendarDate(parsing: day)),
            pseudonyms: PseudonymKey(secret: SymmetricKey(data: [UInt8](repeating: 9, count: 32))),
            ownContext: world.own, repertory: repertory, quotas: counts ?? quotas,
            observer: observer)
    }

    var log: ConsultLog { bench.log }
    var keyStore: InMemoryKeyStore { bench.keyStore }

    var calls: [SourceCall] { sources.calls }

    /// The whole log.
    func entries() async throws -> [Entry] { try await bench.reader.entries().map(\.entry) }

    func entries(of consult: ConsultID) async throws -> [Entry] {
        try await bench.reader.entries(of: consult).map(\.entry)
    }

    func kinds() async throws -> [EntryKind] { try await entries().map(\.kind) }

    func asked() async throws -> [(entry: Entry, body: Asked)] {
        try await entries().compactMap { entry in
            if case .asked(let body) = entry.body { (entry, body) } else { nil }
        }
    }

    func answered() async throws -> [(entry: Entry, body: Answered)] {
        try await entries().compactMap { entry in
            if case .answered(let body) = entry.body { (entry, body) } else { nil }
        }
    }

    func outcomes() async throws -> [OutcomeClass] { try await answered().map(\.body.outcome) }

    /// About whom an entry is, opened with the key; `nil` when it names nobody.
    func subject(of entry: Entry) -> Subject? {
        guard case .subject(let subject)? = opened(.subject, of: entry) else { return nil }
        return subject
    }

    /// For whom an entry was made; `nil` when it names no official.
    func official(of entry: Entry) -> OfficialID? {
        guard case .official(let official)? = opened(.official, of: entry) else { return nil }
        return official
    }

    /// What an outcome states about its subject; `nil` when it states nothing.
    func stated(in entry: Entry) -> StatedOutcome? {
        guard case .stated(let stated)? = opened(.stated, of: entry), stated != .nothing else {
            return nil
        }
        return stated
    }

    func received(in entry: Entry) -> Set<InformationType>? {
        guard case .received(let received)? = opened(.received, of: entry) else { return nil }
        return received
    }

    /// The verdict of a verification that was answered.
    func verdict(on verification: Verification) async -> Verdict? {
        await gateway.verify(verification, in: world.context).fact
    }

    private func opened(_ field: ConfidentialField, of entry: Entry) -> ConfidentialValue? {
        try? entry.open(field, using: bench.keys).value
    }
}
