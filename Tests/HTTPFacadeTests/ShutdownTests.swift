import CanonicalJSON
import ConsultLogFakes
import HTTPFacade
import Testing

extension Conversations {
    /// How the facade ends.
    struct ShutdownTests {
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
                    isListening = try await bench.read(operations: "/health").exitCode == 0
                }
                await bench.storage.release()
                #expect(try await exchange.status == 200)
            }
        }
    }
}
