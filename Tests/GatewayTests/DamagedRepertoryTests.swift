import AccessRights
import ConsultLog
import ConsultLogFakes
import Facts
import Gateway
import GatewayFakes
import Testing

@Suite("a dossier that cannot be read is never taken for one that is not open")
struct DamagedRepertoryTests {
    private let world: World
    private let (person, stranger): (SSIN, SSIN)
    private let kind: ReferenceKind
    private let today: CalendarDate

    init() throws {
        world = try World()
        person = try world.person(1)
        stranger = try world.person(2)
        kind = try ReferenceKind(parsing: "permit")
        today = try CalendarDate(parsing: "2026-11-21")
    }

    private func bench(
        _ population: Population = .everyone, openDossier: Set<ReferenceKind>? = nil
    ) async throws -> GatewayBench {
        var script = SourceScript()
        for ssin in [person, stranger] {
            script.licences[ssin] = .found([Specimens().licence()])
            script.persons[ssin] = .found(Specimens().person(ssin))
        }
        script.heads = [person: .found(.oneself)]
        script.households = [person: .found(Specimens().household(of: [person]))]
        let right = try world.authorisation(
            attributes: [.licenceKind],
            references: ReferenceGrant(kinds: [kind], maximumDays: 30), about: population,
            openDossier: openDossier)
        return try await GatewayBench(script, granting: [right, world.populationCheck()])
    }

    private func open(
        _ bench: GatewayBench, _ dossier: String = "2026/17", on ssin: SSIN? = nil
    ) async throws -> ReferenceRecord {
        let order = ReferenceOrder(
            kind: kind, subject: .person(ssin ?? person),
            dossier: try DossierReference(parsing: dossier), until: today.adding(days: 9))
        return try #require(
            await bench.gateway.openReference(order, in: world.context).fact)
    }

    private func ask(_ ssin: SSIN, _ bench: GatewayBench) async throws -> ConsultResult<
        [DrivingLicence]
    > {
        await bench.gateway.licences(
            of: ssin, [.licenceKind], in: try world.context(in: "2026/17"))
    }

    /// With one byte of its box flipped, or of the name of its key.
    private static let damages: [@Sendable (ReferenceRecord) -> ReferenceRecord] = [
        { $0.with(subject: $0.subject.flipped) }, { $0.with(dossier: $0.dossier.flipped) },
        { $0.with(subject: SealedField(storedHash: $0.subject.hash, box: [])) },
        { $0.with(key: DataKeyID(bytes: [UInt8](repeating: 7, count: 16))) },
    ]

    @Test("a damaged box or a lost key is a silence, and alarms", arguments: damages.indices)
    func undetermined(_ index: Int) async throws {
        let rights: [(Population, Set<ReferenceKind>?)] = [
            (.holders(of: [kind]), nil), (.everyone, [kind]), (.householdOfApplicant, nil),
        ]
        for (population, openDossier) in rights {
            let bench = try await bench(population, openDossier: openDossier)
            let record = try await open(bench)
            #expect(try await ask(person, bench).fact != nil)
            #expect(bench.repertory.condition.isSound)
            await bench.references.damage(record.id, Self.damages[index])
            #expect(try await ask(person, bench).failure == .unavailable(.unreachable))
            #expect(!bench.repertory.condition.isSound)
        }
    }

    @Test("another dossier on the subject that can be read is enough")
    func otherDossier() async throws {
        let bench = try await bench(.holders(of: [kind]))
        let lost = try await open(bench)
        _ = try await open(bench, "2026/18")
        for damage in Self.damages {
            await bench.references.damage(lost.id, damage)
            #expect(try await ask(person, bench).fact != nil)
        }
        // Of whom nothing can be read the lost key could hold something; a damaged box could not.
        #expect(try await ask(stranger, bench).failure == .unavailable(.unreachable))
    }

    @Test("what cannot be read may be the one that is to be opened, so nothing is")
    func opensNoSecond() async throws {
        let bench = try await bench()
        let record = try await open(bench)
        await bench.references.damage(record.id, Self.damages[0])
        let order = ReferenceOrder(
            kind: kind, subject: .person(person),
            dossier: try DossierReference(parsing: "2026/17"), until: today.adding(days: 9))
        let result = await bench.gateway.openReference(order, in: world.context)
        #expect(result.failure == .unavailable(.unreachable))
        #expect(try await bench.references.counts(openOn: today).map(\.open) == [1])
    }

    @Test("what is damaged is closed all the same, and found before anybody looks for it")
    func closesAndExamines() async throws {
        let bench = try await bench()
        let record = try await open(bench)
        await bench.references.damage(record.id, Self.damages[0])
        try await bench.repertory.examine(openOn: today)
        #expect(bench.repertory.condition.damagedBoxes == 1)
        let listed = try await bench.repertory.dossiers(
            openOn: today, after: nil, limit: 5, for: try OfficialID(parsing: "dpo"),
            because: try StatedReason(parsing: "a complaint"), recordedIn: bench.log)
        #expect(listed.dossiers.isEmpty && listed.unreadable == 1)
        guard case .closed = await bench.gateway.closeReference(record.id, in: world.context)
        else {
            Issue.record("it is not closed")
            return
        }
        let entry = try #require(try await bench.entries().last)
        #expect(entry.kind == .referenceChanged && bench.subject(of: entry) == nil)
    }
}

extension RepertoryCondition {
    fileprivate var isSound: Bool { damagedBoxes == 0 && missingKeys == 0 }
}

extension SealedField {
    fileprivate var flipped: SealedField {
        var box = box
        box[box.count / 2] ^= 1
        return SealedField(storedHash: hash, box: box)
    }
}

extension ReferenceRecord {
    fileprivate func with(
        subject: SealedField? = nil, dossier: SealedField? = nil, key: DataKeyID? = nil
    ) -> ReferenceRecord {
        ReferenceRecord(
            id: id, kind: kind, organisation: organisation, application: application,
            purpose: purpose, authorisation: authorisation, from: from, until: until,
            key: key ?? self.key, subject: subject ?? self.subject, subjectToken: subjectToken,
            dossier: dossier ?? self.dossier, dossierToken: dossierToken, closed: closed)
    }
}
