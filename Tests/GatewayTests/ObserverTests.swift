import AccessRights
import ConsultLog
import ConsultLogFakes
import Facts
import Gateway
import Synchronization
import Testing

struct ObserverTests {
    private final class Notes: GatewayObserver {
        let failures = Mutex<[SourceFailure]>([])
        let unrecorded = Mutex<[ConsultID]>([])

        func sourceFailed(
            _ failure: SourceFailure, at operation: SourceOperation, asked: EntryID
        ) { failures.withLock { $0.append(failure) } }

        func notRecorded(_ failure: LogFailure, of consult: ConsultID) {
            unrecorded.withLock { $0.append(consult) }
        }

        let undecidedConsults = Mutex(0)

        func undecided() { undecidedConsults.withLock { $0 += 1 } }
    }

    @Test(
        "operators are told why a source gave no answer", arguments: SourceFailure.samples.indices)
    func tellsOfSilence(_ index: Int) async throws {
        let world = try World()
        let (failure, _, _) = SourceFailure.samples[index]
        var script = SourceScript()
        script.failures = [.person: failure]
        let notes = Notes()
        let bench = try await GatewayBench(script, observer: notes)
        _ = await bench.gateway.person(try world.person(1), [.personName], in: world.context)
        #expect(notes.failures.withLock { $0 } == [failure])
    }

    @Test("operators are told of a consult that could not be recorded")
    func tellsOfLog() async throws {
        let world = try World()
        let notes = Notes()
        let bench = try await GatewayBench(SourceScript(), observer: notes)
        await bench.storage.fail(.notWritten(.diskFull))
        _ = await bench.gateway.person(try world.person(1), [.personName], in: world.context)
        #expect(notes.unrecorded.withLock { $0 }.count == 1)
    }

    @Test(
        "rights that cannot be known are no refusal: nothing is asked or logged, and it is counted")
    func tellsOfRights() async throws {
        let world = try World()
        let notes = Notes()
        let bench = try await GatewayBench(SourceScript(), observer: notes, rightsAreKnown: false)
        let person = await bench.gateway.person(
            try world.person(1), [.personName], in: world.context)
        let verdict = await bench.gateway.verify(
            .isAlive(try world.person(1)), in: world.context)
        #expect(person.isUndecided && verdict.isUndecided)
        #expect(try await bench.entries().isEmpty)
        #expect(bench.calls.isEmpty)
        #expect(notes.undecidedConsults.withLock { $0 } == 2)
        await #expect(throws: RightsUnknown()) {
            try await bench.gateway.refusal(
                of: .verification(.householdPseudonyms), in: world.context)
        }
    }
}
