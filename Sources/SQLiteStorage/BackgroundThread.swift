import Foundation
public import LogSearch
import Synchronization

/// A thread of its own that gives way to all others (setpriority(2), which on Linux is per thread):
/// for work that may fall behind while callers wait for answers.
public final class BackgroundThread: WorkThread {
    /// The least priority there is.
    private static let niceness: Int32 = 19

    private let jobs = BackgroundJobs()

    /// - Parameter name: what a debugger shows.
    public init(_ name: String) {
        // The thread ends with this object, once it has done what it was given.
        let thread = Thread { [jobs] in
            _ = setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, Self.niceness)
            while let job = jobs.next() { job() }
        }
        thread.name = name
        thread.start()
    }

    deinit { jobs.add(nil) }

    public func run<Value: Sendable, Failure: Error>(
        _ work: @escaping @Sendable () throws(Failure) -> Value
    ) async throws(Failure) -> Value {
        let result = await withCheckedContinuation { continuation in
            jobs.add {
                do throws(Failure) {
                    continuation.resume(returning: Result<Value, Failure>.success(try work()))
                } catch {
                    continuation.resume(returning: .failure(error))
                }
            }
        }
        return try result.get()
    }
}
