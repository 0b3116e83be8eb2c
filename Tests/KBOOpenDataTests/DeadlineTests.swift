import Gateway
import Testing

@testable import KBOOpenData

@Suite("The time that a look-up has")
struct DeadlineTests {
    private let ample = Deadline(duration: .seconds(600))

    @Test("what comes in time is given, and so is a failure")
    func inTime() async throws {
        #expect(try await ample.wait { () async throws(SourceFailure) in 7 } == 7)
        await #expect(throws: SourceFailure.unavailable(.unreachable)) {
            try await ample.wait { () async throws(SourceFailure) -> Int in
                throw .unavailable(.unreachable)
            }
        }
    }

    @Test("what does not come is late, and is told that nobody waits")
    func late() async throws {
        let (never, end) = AsyncStream.makeStream(of: Int.self)
        await #expect(throws: SourceFailure.unavailable(.tooLate)) {
            try await Deadline(duration: .zero).wait { () async throws(SourceFailure) -> Int in
                for await _ in never {}
                end.yield(1)
                return 7
            }
        }
        // The wait was cancelled, so the stream is over and takes no more.
        for await _ in never {}
    }

    @Test("who is cancelled waits no longer")
    func cancelled() async throws {
        let task = Task { [ample] in
            unsafe withUnsafeCurrentTask { unsafe $0?.cancel() }
            return try await ample.wait { () async throws(SourceFailure) -> Int in
                let (never, _) = AsyncStream.makeStream(of: Int.self)
                for await _ in never {}
                return 7
            }
        }
        await #expect(throws: SourceFailure.unavailable(.cutOff)) { try await task.value }
    }
}
