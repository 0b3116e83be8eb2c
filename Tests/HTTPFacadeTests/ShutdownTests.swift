import CanonicalJSON
import ConsultLogFakes
import Glibc
import HTTPFacade
import ServiceLifecycle
import TestSupport
import Testing

extension Conversations {
    /// How the facade ends.
    struct ShutdownTests {
        @Test("a facade on a port that is in use ends and says which", .timeLimit(.minutes(1)))
        func portInUse() async throws {
            try await FacadeBench.run { bench in
                let taken = bench.addresses.operations
                let gateway = try await FacadeBench.gateway(
                    LogBench(bench.storage), bench.sources)
                let second = try FacadeBench.facade(
                    bench.certificates, gateway, bench.lines, log: bench.log.faces,
                    rights: RightsFaces(register: bench.rights, time: StandingTime()),
                    operationsPort: taken.port)
                let group = ServiceGroup(services: second.services, logger: bench.lines.logger())
                let failure = FacadeFailure.cannotListen(
                    listener: "operations", at: taken, errno: EADDRINUSE)
                async let addresses = second.addresses()
                await #expect(throws: failure) { try await group.run() }
                // Neither who waited meanwhile nor who comes later waits for ever.
                #expect(try await addresses == nil)
                #expect(try await second.addresses() == nil)
                #expect(failure.description.contains("\(taken.port)"))
            }
        }

        @Test("a request that is under way is answered, and no connection is taken any more")
        func graceful() async throws {
            try await FacadeBench.run { bench in
                await bench.storage.hold()
                async let exchange = bench.ask(
                    "/v1/vehicles/get",
                    [
                        "plate": .string(SampleSubjects.plate), "select": ["vehicle.make"],
                        "purpose": "vehicle-tax",
                    ])
                await bench.storage.untilHeld()
                await bench.end()
                var isListening = true
                while isListening {
                    isListening = try await bench.read(operations: "/health").end == .code(0)
                }
                await bench.storage.release()
                #expect(try await exchange.status == 200)
            }
        }

        @Test("a facade that has ended listens nowhere", .timeLimit(.minutes(1)))
        func ended() async throws {
            let facade = try await FacadeBench.run { (bench) async throws in
                #expect(try await bench.facade.addresses() == bench.addresses)
                return bench.facade
            }
            #expect(try await facade.addresses() == nil)
        }
    }
}
