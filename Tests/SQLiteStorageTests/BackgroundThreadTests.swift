import Foundation
import SQLiteStorage
import Synchronization
import Testing

struct BackgroundThreadTests {
    @Test("what it is given is done in order, on one thread that gives way to all others")
    func inOrder() async {
        let thread = BackgroundThread("background")
        let done = Mutex<[Int]>([])
        for number in 0..<100 { await thread.run { done.withLock { $0.append(number) } } }
        #expect(done.withLock { $0 } == Array(0..<100))
        #expect(
            await thread.run { getpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0) } == 19)
    }

    @Test("what was given before it is let go of is still done, and its failure is given back")
    func lastJobs() async {
        struct Failed: Error {}
        await #expect(throws: Failed.self) {
            try await BackgroundThread("background").run { () throws(Failed) in throw Failed() }
        }
    }
}
