import AccessRights
import ConsultLog
import ConsultLogFakes
import Facts
import Gateway
import Testing

@Suite("no right, no look-up; no log, no data")
struct PipelineTests {
    private let world: World
    private let person: SSIN
    private let script: SourceScript

    init() throws {
        world = try World()
        person = try world.person(1)
        var script = SourceScript()
        script.persons = [person: .found(Specimens().person(person))]
        script.ticket = try SourceTicket(parsing: "TICKET-1")
        script.received = ["010", "020"]
        self.script = script
    }

    @Test("the intent is durable before the source is called")
    func recordsIntentFirst() async throws {
        let bench = try await GatewayBench(script)
        let result = await bench.gateway.person(person, [.personName], in: world.context)
        #expect(result.fact?.name?.lastName == "Peeters")
        let call = try #require(bench.calls.first)
        #expect(bench.calls.count == 1)
        #expect(call.intentWasDurable)
        #expect(call.attributes == [.personName])
        #expect(call.deadline == .seconds(7))
        #expect(call.legalContext == "context of of-the-caller")
        #expect(try await bench.asked().map(\.entry.id) == [call.asked])
    }

    @Test("an answer names its consult, its right, its ticket and what came over the wire")
    func recordsOutcome() async throws {
        let bench = try await GatewayBench(script)
        let result = await bench.gateway.person(person, [.personName], in: world.context)
        let entries = try await bench.entries(of: result.consult)
        #expect(entries.map(\.kind) == [.asked, .answered])
        let asked = try #require(try await bench.asked().first)
        let right = try world.everything().reference
        #expect(asked.body.authorisation == right)
        #expect(asked.body.request.attributes == [.personName])
        #expect(bench.subject(of: asked.entry) == .person(person))
        let answered = try #require(try await bench.answered().first)
        #expect(answered.body.asked.id == asked.entry.id)
        #expect(answered.body.asked.leaf == asked.entry.leafHash)
        #expect(answered.body.outcome == .found)
        #expect(answered.body.ticket?.text == "TICKET-1")
        #expect(bench.received(in: answered.entry) == ["010", "020"])
        #expect(answered.body.role == .consulted)
    }

    @Test("a refused consult is logged with every reason, and no source is called")
    func refuses() async throws {
        let narrow = try world.authorisation(attributes: [.personName], dossierRequired: true)
        let bench = try await GatewayBench(script, granting: [narrow])
        let wanted: Set<AttributeID> = [.personName, .personSex, .personCivilState]
        let result = await bench.gateway.person(person, wanted, in: world.context)
        let expected: Set<RefusalReason> = [
            .attributeNotGranted(.personSex), .attributeNotGranted(.personCivilState),
            .dossierRequired,
        ]
        #expect(Set(try #require(result.refusal).reasons) == expected)
        #expect(bench.calls.isEmpty)
        let entry = try #require(try await bench.entries(of: result.consult).first)
        guard case .refused(let refused) = entry.body else {
            Issue.record("the entry is no refusal")
            return
        }
        #expect(Set(refused.reasons) == expected)
        #expect(Set(refused.request.attributes) == wanted)
        #expect(bench.subject(of: entry) == .person(person))
        #expect(try await bench.entries().count == 1)
    }

    @Test("a refusal that cannot be written is not even a refusal")
    func refusalNeedsLog() async throws {
        let bench = try await GatewayBench(script, granting: [])
        await bench.storage.fail(.notWritten(.diskFull))
        let result = await bench.gateway.person(person, [.personName], in: world.context)
        #expect(result.isNotRecorded)
        #expect(bench.calls.isEmpty)
    }

    @Test(
        "an intent that is not durable stops everything before a source is called",
        arguments: NotWritten.allCases)
    func intentNeedsLog(_ reason: NotWritten) async throws {
        let bench = try await GatewayBench(script)
        await bench.storage.fail(.notWritten(reason))
        let result = await bench.gateway.person(person, [.personName], in: world.context)
        #expect(result.isNotRecorded)
        #expect(bench.calls.isEmpty)
        #expect(try await bench.entries().isEmpty)
    }

    @Test("an intent whose writing stayed in doubt and was lost is written again")
    func doubtfulIntentLost() async throws {
        let bench = try await GatewayBench(script)
        await bench.storage.fail(.doubtfulAndLost)
        let result = await bench.gateway.person(person, [.personName], in: world.context)
        #expect(result.fact != nil)
        #expect(bench.calls.map(\.intentWasDurable) == [true])
        #expect(try await bench.kinds() == [.asked, .answered])
    }

    @Test("an intent whose writing stayed in doubt and was kept is not written twice")
    func doubtfulIntentKept() async throws {
        let bench = try await GatewayBench(script)
        await bench.storage.fail(.doubtfulAndKept)
        let result = await bench.gateway.person(person, [.personName], in: world.context)
        #expect(result.fact != nil)
        #expect(bench.calls.map(\.intentWasDurable) == [true])
        #expect(try await bench.kinds() == [.asked, .answered])
    }

    @Test("an intent whose writing stays in doubt stops everything")
    func blindIntent() async throws {
        let bench = try await GatewayBench(script)
        await bench.storage.fail(.doubtfulAndKept)
        await bench.storage.setBlind(true)
        let result = await bench.gateway.person(person, [.personName], in: world.context)
        await bench.storage.setBlind(false)
        #expect(result.isNotRecorded)
        #expect(bench.calls.isEmpty)
        #expect(try await bench.kinds() == [.asked])
    }

    @Test(
        "an answer whose outcome is not durable is dropped, and its consult id given",
        arguments: NotWritten.allCases)
    func outcomeNeedsLog(_ reason: NotWritten) async throws {
        let bench = try await GatewayBench(breaking(with: .notWritten(reason)))
        let result = await bench.gateway.person(person, [.personName], in: world.context)
        #expect(result.isNotRecorded)
        #expect(bench.calls.count == 1)
        #expect(try await bench.entries(of: result.consult).map(\.kind) == [.asked])
        // The audit that other tests rest on sees what is missing.
        #expect(try await LogAudit.violations(of: bench).count == 1)
    }

    @Test("an outcome whose writing stayed in doubt is there once", arguments: [true, false])
    func doubtfulOutcome(wasKept: Bool) async throws {
        let fault: InMemoryConsultLogStorage.Fault = wasKept ? .doubtfulAndKept : .doubtfulAndLost
        let bench = try await GatewayBench(breaking(with: fault))
        let result = await bench.gateway.person(person, [.personName], in: world.context)
        #expect(result.fact?.name != nil)
        #expect(try await bench.kinds() == [.asked, .answered])
    }

    @Test("an outcome whose writing stays in doubt drops the answer", arguments: [true, false])
    func blindOutcome(wasKept: Bool) async throws {
        var script = breaking(with: wasKept ? .doubtfulAndKept : .doubtfulAndLost)
        script.blindsLog = true
        let bench = try await GatewayBench(script)
        let result = await bench.gateway.person(person, [.personName], in: world.context)
        await bench.storage.setBlind(false)
        #expect(result.isNotRecorded)
        #expect(try await bench.kinds() == (wasKept ? [.asked, .answered] : [.asked]))
    }

    @Test("a failure that cannot be written is not told either")
    func failureNeedsLog() async throws {
        var script = breaking(with: .notWritten(.readOnly))
        script.failures = [.person: .unavailable(.tooLate)]
        let bench = try await GatewayBench(script)
        let result = await bench.gateway.person(person, [.personName], in: world.context)
        #expect(result.isNotRecorded)
        #expect(try await bench.kinds() == [.asked])
    }

    @Test("a verification whose outcome is not durable has no verdict")
    func verdictNeedsLog() async throws {
        let bench = try await GatewayBench(breaking(with: .notWritten(.diskFull)))
        let result = await bench.gateway.verify(.isAlive(person), in: world.context)
        #expect(result.isNotRecorded)
        #expect(bench.calls.count == 1)
    }

    private func breaking(with fault: InMemoryConsultLogStorage.Fault) -> SourceScript {
        var script = script
        script.logFault = fault
        return script
    }
}
