import AccessRights
import ConsultLog
import Facts
import Gateway
import GatewayFakes
import Testing

@Suite("populations of every kind are decided before anything is given")
struct PopulationKindTests {
    private let world: World
    private let (applicant, child, outsider, nobody): (SSIN, SSIN, SSIN, SSIN)
    private let kind: ReferenceKind
    private let today: CalendarDate

    init() throws {
        world = try World()
        applicant = try world.person(1)
        child = try world.person(2)
        outsider = try world.person(3)
        nobody = try world.person(4)
        kind = try ReferenceKind(parsing: "permit")
        today = try CalendarDate(parsing: "2026-11-21")
    }

    private func script(protecting: Set<SSIN> = []) -> SourceScript {
        let specimens = Specimens()
        var script = SourceScript()
        for (ssin, home) in [
            (applicant, world.home), (child, world.home), (outsider, world.elsewhere),
        ] {
            var person = specimens.person(ssin, in: home)
            person.addressProtected = protecting.contains(ssin)
            script.persons[ssin] = .found(person)
            script.licences[ssin] = .found([specimens.licence()])
        }
        script.licences[nobody] = .found([specimens.licence()])
        script.heads = [applicant: .found(.oneself), child: .found(.another(applicant))]
        script.households = [applicant: .found(specimens.household(of: [applicant, child]))]
        return script
    }

    private func right(
        _ population: Population, openDossier: Set<ReferenceKind>? = nil
    ) throws -> [Authorisation] {
        [
            try world.authorisation(
                attributes: [.licenceKind],
                references: ReferenceGrant(kinds: [kind], maximumDays: 30), about: population,
                openDossier: openDossier),
            try world.populationCheck(),
        ]
    }

    private func open(
        _ dossier: String, on subject: Subject, _ bench: GatewayBench, _ kind: ReferenceKind? = nil
    ) async throws -> ReferenceRecord? {
        let order = ReferenceOrder(
            kind: kind ?? self.kind, subject: subject,
            dossier: try DossierReference(parsing: dossier), until: today.adding(days: 9))
        return await bench.gateway.openReference(order, in: world.context).fact
    }

    private func licences(
        of ssin: SSIN, _ bench: GatewayBench, in context: ConsultContext? = nil
    ) async -> ConsultResult<[DrivingLicence]> {
        await bench.gateway.licences(of: ssin, [.licenceKind], in: context ?? world.context)
    }

    @Test("outside, unknown and protected are refused alike, after as many steps")
    func alike() async throws {
        var shapes: Set<[String]> = []
        for ssin in [outsider, nobody, applicant] {
            let bench = try await GatewayBench(
                script(protecting: [applicant]),
                granting: right(.residents(of: [world.home])))
            let result = await licences(of: ssin, bench)
            #expect(result.refusal == Refusal(reasons: [.outsidePopulation]))
            #expect(bench.calls.map(\.operation) == [.person])
            shapes.insert(try await bench.entries().map { "\($0.kind) \($0.ordinal)" })
        }
        #expect(shapes.count == 1)
    }

    @Test("a protection that the register was asked for and does not tell protects")
    func untoldProtection() async throws {
        var script = script()
        var person = Specimens().person(applicant, in: world.home)
        person.addressProtected = nil
        script.persons[applicant] = .found(person)
        let bench = try await GatewayBench(
            script, granting: right(.residents(of: [world.home])))
        #expect(await licences(of: applicant, bench).refusal?.reasons == [.outsidePopulation])
        #expect(bench.calls.map(\.operation) == [.person])
    }

    @Test("a municipality sees its own citizens, protected or not, and asks for no more")
    func ownCitizens() async throws {
        let bench = try await GatewayBench(
            script(protecting: [applicant]), granting: right(.ownCitizens(of: world.home)))
        #expect(await licences(of: applicant, bench).fact != nil)
        #expect(bench.calls.first?.attributes == [.personManagingMunicipality])
        for ssin in [outsider, nobody] {
            #expect(await licences(of: ssin, bench).refusal?.reasons == [.outsidePopulation])
        }
    }

    @Test("the household of the person of a verified token")
    func householdOfToken() async throws {
        let context = try world.context(applicant: applicant)
        for (ssin, isInside) in [
            (applicant, true), (child, true), (outsider, false), (nobody, false),
        ] {
            let bench = try await GatewayBench(script(), granting: right(.householdOfApplicant))
            let result = await licences(of: ssin, bench, in: context)
            #expect((result.fact != nil) == isInside)
            if !isInside { #expect(result.refusal?.reasons == [.outsidePopulation]) }
            // The applicant is looked up, in the gateway's own name; the subject only when it is
            // not found there, whoever it is.
            let checks = bench.calls.filter { $0.legalContext == "context of of-the-gateway" }
            let further: [SourceOperation] = isInside ? [] : [.person]
            #expect(checks.map(\.operation) == [.householdHead, .householdMembers] + further)
            #expect(checks.prefix(2).allSatisfy { $0.subject == .person(applicant) })
            #expect(checks.dropFirst(2).allSatisfy { $0.subject == .person(ssin) })
            #expect(try await LogAudit.violations(of: bench) == [])
        }
    }

    @Test("the household of the person of the open dossier that is named, and of no other")
    func householdOfDossier() async throws {
        let bench = try await GatewayBench(script(), granting: right(.householdOfApplicant))
        _ = try await open("2026/17", on: .person(applicant), bench)
        let named = try world.context(in: "2026/17")
        #expect(await licences(of: child, bench, in: named).fact != nil)
        #expect(
            await licences(of: outsider, bench, in: named).refusal?.reasons
                == [.outsidePopulation])
        for context in [try world.context(in: "2026/18"), world.context] {
            let calls = bench.calls.count
            let refused = await licences(of: child, bench, in: context)
            #expect(refused.refusal?.reasons == [.outsidePopulation])
            #expect(bench.calls.count == calls)
        }
    }

    @Test("a number that was replaced is followed, of the applicant and of the subject")
    func householdUnderOldNumbers() async throws {
        let (oldApplicant, oldChild) = (try world.person(8), try world.person(9))
        var script = script()
        script.heads[oldApplicant] = .replaced(by: applicant)
        script.persons[oldChild] = .replaced(by: child)
        script.licences[oldChild] = .replaced(by: child)
        for (asking, subject) in [
            (oldApplicant, applicant), (oldApplicant, child), (applicant, oldChild),
            (oldApplicant, oldApplicant),
        ] {
            script.licences[oldApplicant] = .replaced(by: applicant)
            let bench = try await GatewayBench(script, granting: right(.householdOfApplicant))
            let result = await licences(
                of: subject, bench, in: try world.context(applicant: asking))
            #expect(result.fact != nil)
            #expect(try await LogAudit.violations(of: bench) == [])
        }
        // One who has no household is alone in it, under both numbers.
        script.heads[applicant] = .found(.none)
        let alone = try await GatewayBench(script, granting: right(.householdOfApplicant))
        let context = try world.context(applicant: oldApplicant)
        #expect(await licences(of: applicant, alone, in: context).fact != nil)
        #expect(
            await licences(of: child, alone, in: context).refusal?.reasons
                == [.outsidePopulation])
    }

    @Test("the dossier of the applicant is of a kind that the authorisation names")
    func householdOfDossierOfKind() async throws {
        let other = try ReferenceKind(parsing: "complaint")
        let opener = try world.authorisation(
            "z-opener", references: ReferenceGrant(kinds: [other], maximumDays: 30))
        let bench = try await GatewayBench(
            script(), granting: right(.householdOfApplicant) + [opener])
        _ = try await open("2026/17", on: .person(applicant), bench, other)
        let named = try world.context(in: "2026/17")
        #expect(
            await licences(of: child, bench, in: named).refusal?.reasons == [.outsidePopulation])
        #expect(bench.calls.isEmpty)
        _ = try await open("2026/17", on: .person(applicant), bench)
        #expect(await licences(of: child, bench, in: named).fact != nil)
    }

    @Test("where it names no kind the dossier was opened for the same purpose")
    func householdOfDossierOfPurpose() async throws {
        let other = ConsultContext(
            caller: world.context.caller, purpose: try PurposeID(parsing: "another-purpose"))
        let rights = [
            try world.authorisation(
                attributes: [.licenceKind], about: .householdOfApplicant),
            try world.authorisation(
                "opens-here", references: ReferenceGrant(kinds: [kind], maximumDays: 30)),
            try world.authorisation(
                "opens-there", references: ReferenceGrant(kinds: [kind], maximumDays: 30),
                for: other),
            try world.populationCheck(),
        ]
        let bench = try await GatewayBench(script(), granting: rights)
        let named = try world.context(in: "2026/17")
        let order = ReferenceOrder(
            kind: kind, subject: .person(applicant),
            dossier: try DossierReference(parsing: "2026/17"), until: today.adding(days: 9))
        let foreign = await bench.gateway.openReference(order, in: other)
        #expect(foreign.fact != nil)
        #expect(
            await licences(of: child, bench, in: named).refusal?.reasons == [.outsidePopulation])
        if let id = foreign.fact?.id {
            _ = await bench.gateway.closeReference(id, in: other)
        }
        #expect(await bench.gateway.openReference(order, in: world.context).fact != nil)
        #expect(await licences(of: child, bench, in: named).fact != nil)
    }

    @Test("holders of an open dossier of the kind, while it is open")
    func holders() async throws {
        let bench = try await GatewayBench(script(), granting: right(.holders(of: [kind])))
        #expect(
            await licences(of: applicant, bench).refusal?.reasons == [.outsidePopulation])
        let record = try #require(try await open("2026/17", on: .person(applicant), bench))
        #expect(await licences(of: applicant, bench).fact != nil)
        #expect(
            await licences(of: outsider, bench).refusal?.reasons == [.outsidePopulation])
        _ = await bench.gateway.closeReference(record.id, in: world.context)
        #expect(
            await licences(of: applicant, bench).refusal?.reasons == [.outsidePopulation])
        // No register was asked who holds a dossier.
        #expect(bench.calls.map(\.operation) == [.drivingLicences])
    }

    @Test("a dossier ends by itself behind its last day")
    func ends() async throws {
        let rights = try right(.holders(of: [kind]))
        let early = try await GatewayBench(script(), granting: rights)
        let record = try #require(try await open("2026/17", on: .person(applicant), early))
        for (day, isOpen) in [("2026-11-21", true), ("2026-11-30", true), ("2026-12-01", false)] {
            let date = try CalendarDate(parsing: day)
            #expect(record.isOpen(on: date) == isOpen)
            #expect(try await early.references.counts(openOn: date).isEmpty == !isOpen)
        }
    }

    @Test("a right bound to an open dossier needs the named one, of its kind, on this subject")
    func openDossier() async throws {
        let bench = try await GatewayBench(
            script(), granting: right(.everyone, openDossier: [kind]))
        #expect(await licences(of: applicant, bench).refusal?.reasons == [.dossierRequired])
        let context = try world.context(in: "2026/17")
        #expect(
            await licences(of: applicant, bench, in: context).refusal?.reasons
                == [.openDossierRequired])
        _ = try await open("2026/17", on: .person(applicant), bench)
        #expect(await licences(of: applicant, bench, in: context).fact != nil)
        #expect(
            await licences(of: child, bench, in: context).refusal?.reasons
                == [.openDossierRequired])
        let stranger = try world.context(in: "2026/18")
        #expect(
            await licences(of: applicant, bench, in: stranger).refusal?.reasons
                == [.openDossierRequired])
        #expect(bench.calls.map(\.operation) == [.drivingLicences])
    }

    @Test("a repertory that cannot be read is a silence and no refusal, unless another right holds")
    func silentRepertory() async throws {
        let rights = try right(.holders(of: [kind]))
        let bench = try await GatewayBench(script(), granting: rights)
        await bench.references.setBlind(true)
        #expect(await licences(of: applicant, bench).failure == .unavailable(.unreachable))
        let residents = try world.authorisation(
            "z-residents", attributes: [.licenceKind], about: .residents(of: [world.home]))
        let both = try await GatewayBench(script(), granting: rights + [residents])
        await both.references.setBlind(true)
        #expect(await licences(of: applicant, both).fact != nil)
        #expect(await licences(of: outsider, both).failure == .unavailable(.unreachable))
    }

    @Test("a dossier on a vehicle is one of its own population")
    func vehicle() async throws {
        var script = script()
        script.vehicles = [world.plate: .found(Specimens().vehicle(world.plate))]
        let right = try world.authorisation(
            attributes: [.vehicleMake],
            references: ReferenceGrant(kinds: [kind], maximumDays: 30),
            about: .holders(of: [kind]))
        let bench = try await GatewayBench(script, granting: [right])
        let before = await bench.gateway.vehicle(world.plate, [.vehicleMake], in: world.context)
        #expect(before.refusal?.reasons == [.outsidePopulation])
        _ = try await open("2026/17", on: .vehicle(world.plate), bench)
        let after = await bench.gateway.vehicle(world.plate, [.vehicleMake], in: world.context)
        #expect(after.fact != nil)
    }
}
