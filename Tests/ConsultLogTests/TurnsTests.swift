import ConsultLog
import Synchronization
import Testing

@Suite("Turns")
struct TurnsTests {
    private struct Wrong: Error {}

    /// What happened, in its order.
    private final class Diary: Sendable {
        private let lines = Mutex<[Int]>([])
        func note(_ line: Int) { lines.withLock { $0.append(line) } }
        var all: [Int] { lines.withLock { $0 } }
    }

    @Test("nothing begins before what came earlier has ended")
    func order() async throws {
        let turns = Turns()
        let diary = Diary()
        await withTaskGroup { tasks in
            for number in 0..<50 {
                tasks.addTask {
                    await turns.take {
                        diary.note(number)
                        await Task.yield()
                        diary.note(number)
                    }
                }
            }
        }
        let all = diary.all
        #expect(all.count == 100)
        #expect(stride(from: 0, to: 100, by: 2).allSatisfy { all[$0] == all[$0 + 1] })
    }

    @Test("a failure is the caller's own, and stands in the way of nobody behind it")
    func failures() async throws {
        let turns = Turns()
        await #expect(throws: Wrong.self) {
            try await turns.take { () async throws(Wrong) -> Int in throw Wrong() }
        }
        #expect(await turns.take { 7 } == 7)
    }

    @Test("what was begun for a caller that is cancelled is finished")
    func cancelled() async throws {
        let turns = Turns()
        let diary = Diary()
        let caller = Task {
            await turns.take {
                diary.note(Task.isCancelled ? 1 : 0)
            }
        }
        caller.cancel()
        await caller.value
        #expect(diary.all == [0])
    }
}
