import AccessRights
import ConsultLog
import ConsultLogFakes
import Facts
import Gateway
import GatewayFakes
import Testing

@Suite("the repertory of references")
struct ReferenceTests {
    private let world: World
    private let person: SSIN
    private let kind: ReferenceKind
    private let today: CalendarDate

    init() throws {
        world = try World()
        person = try world.person(1)
        kind = try ReferenceKind(parsing: "permit")
        today = try CalendarDate(parsing: "2026-11-21")
    }

    private func right(days: Int = 30, about population: Population = .everyone) throws
        -> Authorisation
    {
        try world.authorisation(
            references: ReferenceGrant(kinds: [kind], maximumDays: days), about: population)
    }

    private func order(
        _ kind: ReferenceKind? = nil, dossier: String = "2026/17", days: Int = 30,
        on subject: Subject? = nil
    ) throws -> ReferenceOrder {
        ReferenceOrder(
            kind: kind ?? self.kind, subject: subject ?? .person(person),
            dossier: try DossierReference(parsing: dossier), until: today.adding(days: days - 1))
    }

    private func changes(_ bench: GatewayBench) async throws -> [ReferenceChanged] {
        try await bench.entries().compactMap { entry in
            if case .referenceChanged(let changed) = entry.body { changed } else { nil }
        }
    }

    @Test("what is opened stands in the log first, boxed, and then in the repertory")
    func opens() async throws {
        let bench = try await GatewayBench(granting: [right()])
        let context = try world.context(official: "an official")
        let result = await bench.gateway.openReference(try order(), in: context)
        let record = try #require(result.fact)
        #expect(record.from == today && record.until == today.adding(days: 29))
        #expect(try record.authorisation == right().reference)
        #expect(try await bench.references.record(record.id) == record)
        let entries = try await bench.entries()
        #expect(entries.map(\.kind) == [.referenceChanged])
        #expect(entries[0].consult == result.consult)
        #expect(bench.subject(of: entries[0]) == .person(person))
        #expect(entries[0].confidential?.official != nil)
        #expect(entries[0].confidential?.dossier != nil)
        let changed = try #require(try await changes(bench).first)
        #expect(changed.change == .opened && changed.reference == record.id)
        #expect(bench.calls.isEmpty)
    }

    @Test("the box of a record opens in that record alone")
    func boxes() async throws {
        let bench = try await GatewayBench(granting: [right()])
        let first = try #require(
            await bench.gateway.openReference(try order(), in: world.context).fact)
        let second = try #require(
            await bench.gateway.openReference(
                try order(dossier: "2026/18"), in: world.context
            ).fact)
        #expect(first.subjectToken == second.subjectToken)
        #expect(first.dossierToken != second.dossierToken)
        #expect(first.subject != second.subject)
        #expect(!String(decoding: first.subject.box, as: UTF8.self).contains(person.digits))
    }

    @Test("without a right nothing is opened, and the refusal is logged and names what lacks")
    func refuses() async throws {
        let bench = try await GatewayBench(granting: [right()])
        let other = try ReferenceKind(parsing: "other")
        let cases: [(ReferenceOrder, RefusalReason)] = [
            (try order(other), .referenceNotGranted(other)),
            (try order(days: 31), .referenceTooLong(kind)),
        ]
        for (order, reason) in cases {
            let result = await bench.gateway.openReference(order, in: world.context)
            #expect(result.refusal?.reasons == [reason])
            #expect(try await bench.entries(of: result.consult).map(\.kind) == [.refused])
        }
        #expect(try await bench.references.counts(openOn: today).isEmpty)
        let facts = try world.authorisation(attributes: [.personName])
        let without = try await GatewayBench(granting: [facts])
        let result = await without.gateway.openReference(try order(), in: world.context)
        #expect(result.refusal?.reasons == [.referenceNotGranted(kind)])
    }

    @Test("a right about residents opens dossiers on residents alone")
    func population() async throws {
        let outsider = try world.person(2)
        var script = SourceScript()
        script.persons = [
            person: .found(Specimens().person(person, in: world.home)),
            outsider: .found(Specimens().person(outsider, in: world.elsewhere)),
        ]
        let bench = try await GatewayBench(
            script,
            granting: [right(about: .residents(of: [world.home])), world.populationCheck()])
        #expect(await bench.gateway.openReference(try order(), in: world.context).fact != nil)
        let refused = await bench.gateway.openReference(
            try order(on: .person(outsider)), in: world.context)
        #expect(refused.refusal?.reasons == [.outsidePopulation])
    }

    @Test(
        "opening the same again changes nothing, and is logged; closing ends it, and is logged once"
    )
    func closes() async throws {
        let bench = try await GatewayBench(granting: [right()])
        let gateway = bench.gateway
        let record = try #require(
            await gateway.openReference(try order(), in: world.context).fact)
        let again = await gateway.openReference(try order(), in: world.context)
        #expect(again.fact == record)
        for _ in 0..<2 {
            guard
                case .closed(let closed) = await gateway.closeReference(
                    record.id, in: world.context)
            else {
                Issue.record("it is not closed")
                return
            }
            #expect(closed.closed == LogBench.time)
        }
        #expect(try await changes(bench).map(\.change) == [.opened, .opened, .closed])
        let entry = try #require(try await bench.entries().last)
        #expect(bench.subject(of: entry) == .person(person))
        #expect(try await bench.references.counts(openOn: today).isEmpty)
    }

    @Test("another organisation's dossier is told in no way from one that never was")
    func foreign() async throws {
        let bench = try await GatewayBench(granting: [right()])
        let record = try #require(
            await bench.gateway.openReference(try order(), in: world.context).fact)
        let stranger = try world.context(of: EnterpriseNumber(base: 5_000_001))
        #expect(await bench.gateway.closeReference(record.id, in: stranger) == .unknown)
        let absent = ReferenceID(UUIDv7(at: LogBench.time, random: (9, 9)))
        #expect(await bench.gateway.closeReference(absent, in: world.context) == .unknown)
        #expect(try await changes(bench).count == 1)
    }

    @Test("without a record in the log nothing is opened; what is closed is logged later, once")
    func needsLog() async throws {
        let bench = try await GatewayBench(granting: [right()])
        let record = try #require(
            await bench.gateway.openReference(try order(), in: world.context).fact)
        await bench.storage.fail(.notWritten(.diskFull))
        let result = await bench.gateway.openReference(
            try order(dossier: "2026/18"), in: world.context)
        #expect(result.isNotRecorded)
        let open = try await bench.references.counts(openOn: today)
        #expect(open.map(\.open) == [1])
        await bench.storage.fail(.notWritten(.diskFull))
        let context = try world.context(official: "an official")
        guard case .closed = await bench.gateway.closeReference(record.id, in: context) else {
            Issue.record("it is not closed")
            return
        }
        #expect(try await bench.references.counts(openOn: today).isEmpty)
        #expect(try await changes(bench).map(\.change) == [.opened])
        #expect(await bench.gateway.payReferenceDebts())
        #expect(await bench.gateway.payReferenceDebts())
        #expect(try await changes(bench).map(\.change) == [.opened, .closed])
        let entry = try #require(try await bench.entries().last)
        #expect(bench.subject(of: entry) == .person(person))
        #expect(bench.official(of: entry)?.text == "an official")
    }

    @Test("a crash between the entry and the note that it is there logs nothing twice")
    func crashBetween() async throws {
        let bench = try await GatewayBench(granting: [right()])
        let record = try #require(
            await bench.gateway.openReference(try order(), in: world.context).fact)
        await bench.references.setKeepingDebts(true)
        _ = await bench.gateway.closeReference(record.id, in: world.context)
        #expect(try await bench.references.owed().count == 1)
        for _ in 0..<2 { #expect(await !bench.gateway.payReferenceDebts()) }
        await bench.references.setKeepingDebts(false)
        #expect(await bench.gateway.payReferenceDebts())
        #expect(try await bench.references.owed().isEmpty)
        #expect(try await changes(bench).map(\.change) == [.opened, .closed])
    }

    @Test("who closes at the same time as others closes once, and the log says it once")
    func closesOnce() async throws {
        let bench = try await GatewayBench(granting: [right()])
        let record = try #require(
            await bench.gateway.openReference(try order(), in: world.context).fact)
        await withTaskGroup(of: Void.self) { tasks in
            for _ in 0..<10 {
                tasks.addTask {
                    _ = await bench.gateway.closeReference(record.id, in: world.context)
                }
            }
        }
        #expect(try await changes(bench).map(\.change) == [.opened, .closed])
    }

    @Test("a close that cannot be stored closes nothing; one that failed and is there has closed")
    func doubtfulClose() async throws {
        let bench = try await GatewayBench(granting: [right()])
        let record = try #require(
            await bench.gateway.openReference(try order(), in: world.context).fact)
        await bench.references.failWrites(.notWritten(.diskFull))
        #expect(await bench.gateway.closeReference(record.id, in: world.context) == .notRecorded)
        #expect(try await changes(bench).map(\.change) == [.opened])
        await bench.references.failWrites(.unknownOutcome, isWritten: true)
        guard case .closed = await bench.gateway.closeReference(record.id, in: world.context)
        else {
            Issue.record("it is not closed")
            return
        }
        #expect(try await changes(bench).map(\.change) == [.opened, .closed])
    }

    @Test("opening again with another last day makes that the day, of the one dossier there is")
    func reopens() async throws {
        let bench = try await GatewayBench(granting: [right()])
        let first = try #require(
            await bench.gateway.openReference(try order(days: 10), in: world.context).fact)
        for days in [20, 5, 5, 30] {
            let record = try #require(
                await bench.gateway.openReference(try order(days: days), in: world.context).fact)
            #expect(record.id == first.id && record.from == first.from)
            #expect(record.until == today.adding(days: days - 1))
            #expect(try await bench.references.record(first.id) == record)
            #expect(try await bench.references.counts(openOn: today).map(\.open) == [1])
        }
        let logged = try await changes(bench)
        #expect(logged.allSatisfy { $0.change == .opened && $0.reference == first.id })
        #expect(logged.map(\.until) == [10, 20, 5, 5, 30].map { today.adding(days: $0 - 1) })
    }

    @Test("another subject, kind or name is another dossier")
    func others() async throws {
        let other = try ReferenceKind(parsing: "other")
        let right = try world.authorisation(
            references: ReferenceGrant(kinds: [kind, other], maximumDays: 30))
        let bench = try await GatewayBench(granting: [right])
        let orders = [
            try order(), try order(other), try order(dossier: "2026/18"),
            try order(on: .person(world.person(2))),
        ]
        for order in orders {
            #expect(await bench.gateway.openReference(order, in: world.context).fact != nil)
        }
        #expect(try await bench.references.counts(openOn: today).map(\.open) == [1, 3])
    }

    @Test("many at once open one dossier, and the log says of no other that it is open")
    func opensOnce() async throws {
        let bench = try await GatewayBench(granting: [right()])
        let order = try order()
        let ids = await withTaskGroup(of: ReferenceID?.self) { tasks in
            for _ in 0..<10 {
                tasks.addTask {
                    await bench.gateway.openReference(order, in: world.context).fact?.id
                }
            }
            return await tasks.reduce(into: Set<ReferenceID?>()) { $0.insert($1) }
        }
        #expect(ids.count == 1)
        #expect(try await bench.references.counts(openOn: today).map(\.open) == [1])
        var open: Set<ReferenceID> = []
        for changed in try await changes(bench) {
            switch changed.change {
            case .opened: open.insert(changed.reference)
            case .closed: open.remove(changed.reference)
            }
        }
        #expect(open == Set(ids.compactMap { $0 }))
    }

    @Test("less takes effect before it is logged, more only when it is")
    func lessFirst() async throws {
        let bench = try await GatewayBench(granting: [right()])
        let record = try #require(
            await bench.gateway.openReference(try order(days: 10), in: world.context).fact)
        await bench.storage.fail(.notWritten(.diskFull))
        let more = await bench.gateway.openReference(try order(days: 20), in: world.context)
        #expect(more.isNotRecorded)
        #expect(try await bench.references.record(record.id)?.until == record.until)
        await bench.storage.fail(.notWritten(.diskFull))
        let less = await bench.gateway.openReference(try order(days: 5), in: world.context)
        #expect(less.isNotRecorded)
        #expect(
            try await bench.references.record(record.id)?.until == today.adding(days: 4))
        #expect(await bench.gateway.payReferenceDebts())
        #expect(
            try await changes(bench).map(\.until) == [record.until, today.adding(days: 4)])
    }

    @Test("a longer time waits for what the log is owed")
    func owedFirst() async throws {
        let bench = try await GatewayBench(granting: [right()])
        let record = try #require(
            await bench.gateway.openReference(try order(days: 10), in: world.context).fact)
        await bench.references.setKeepingDebts(true)
        let less = await bench.gateway.openReference(try order(days: 5), in: world.context)
        #expect(less.isNotRecorded)
        let more = await bench.gateway.openReference(try order(days: 20), in: world.context)
        #expect(more.isNotRecorded)
        #expect(
            try await bench.references.record(record.id)?.until == today.adding(days: 4))
        await bench.references.setKeepingDebts(false)
        let later = await bench.gateway.openReference(try order(days: 20), in: world.context)
        #expect(later.fact?.until == today.adding(days: 19))
        #expect(
            try await changes(bench).map(\.until) == [
                record.until, today.adding(days: 4), today.adding(days: 19),
            ])
    }

    @Test("a longer time that cannot be stored is taken back in the log")
    func failedExtension() async throws {
        let bench = try await GatewayBench(granting: [right()])
        let record = try #require(
            await bench.gateway.openReference(try order(days: 10), in: world.context).fact)
        await bench.references.failWrites(.notWritten(.diskFull))
        let result = await bench.gateway.openReference(try order(days: 20), in: world.context)
        #expect(result.failure == .unavailable(.unreachable))
        #expect(
            try await changes(bench).map(\.until)
                == [record.until, today.adding(days: 19), record.until])
    }

    @Test("a repertory that cannot keep it opens nothing, and the log says so")
    func failedAndNotWritten() async throws {
        let bench = try await GatewayBench(granting: [right()])
        await bench.references.failWrites(.notWritten(.diskFull))
        let result = await bench.gateway.openReference(try order(), in: world.context)
        #expect(result.failure == .unavailable(.unreachable))
        #expect(try await changes(bench).map(\.change) == [.opened, .closed])
    }

    @Test("a write that failed and is there all the same is open")
    func failedAndWritten() async throws {
        let bench = try await GatewayBench(granting: [right()])
        await bench.references.failWrites(.unknownOutcome, isWritten: true)
        let result = await bench.gateway.openReference(try order(), in: world.context)
        #expect(result.fact != nil)
        #expect(try await changes(bench).map(\.change) == [.opened])
    }

    @Test("counts name no subject; naming them is recorded with its reason first")
    func listing() async throws {
        let bench = try await GatewayBench(granting: [right()])
        for number in 1...5 {
            _ = await bench.gateway.openReference(
                try order(dossier: "2026/\(number)"), in: world.context)
        }
        let counts = try await bench.repertory.counts(openOn: today)
        #expect(counts.map(\.open) == [5] && counts[0].kind == kind)
        let (official, reason) = (
            try OfficialID(parsing: "dpo"), try StatedReason(parsing: "a complaint")
        )
        var names: [String] = []
        var next: ReferenceID?
        repeat {
            let page = try await bench.repertory.dossiers(
                openOn: today, after: next, limit: 2, for: official, because: reason,
                recordedIn: bench.log)
            #expect(page.dossiers.allSatisfy { $0.subject == .person(person) })
            names += page.dossiers.map(\.dossier.text)
            next = page.next
        } while next != nil
        #expect(names.sorted() == (1...5).map { "2026/\($0)" })
        let audited = try await bench.entries().compactMap { entry in
            if case .audited(let audited) = entry.body { audited } else { nil }
        }
        #expect(audited.map(\.action) == [.references, .references, .references])
        await bench.storage.fail(.notWritten(.diskFull))
        await #expect(throws: ReferenceListingFailure.notLogged) {
            try await bench.repertory.dossiers(
                openOn: today, after: nil, limit: 2, for: official, because: reason,
                recordedIn: bench.log)
        }
    }
}
