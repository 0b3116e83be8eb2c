public import Foundation
import Synchronization

/// A program in a process of its own, with everything that it says.
///
/// Two threads of its own read what it says; they end with the program. A program that still runs
/// when the tests end is killed, and one that is waited for in vain is killed as well, so that no
/// test waits for ever.
public final class Program: Sendable {
    public enum End: Hashable, Sendable {
        case code(Int32)
        case signal(Int32)
    }

    private struct State {
        var output: [UInt8] = []
        var errors: [UInt8] = []
        var input: FileHandle?
        var openPipes = 2
        var end: End?
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    /// Far longer than anything takes on the slowest of machines.
    private static let patience = Duration.seconds(180)

    public let identifier: pid_t
    private let state: Mutex<State>

    /// Starts a program, which is looked up on the path.
    ///
    /// - Parameters:
    ///   - environment: What it has besides the environment of the tests.
    ///   - hasInput: Whether its standard input stays open, empty, for as long as this object lives;
    ///     its end then tells the program to end.
    public init(
        _ arguments: [String], environment: [String: String] = [:], hasInput: Bool = false
    ) throws {
        let spawned = try SpawnedProcess.start(arguments, environment: environment)
        identifier = spawned.identifier
        state = Mutex(State(input: hasInput ? spawned.input : nil))
        if !hasInput { RunningPrograms.add(identifier) }
        listen(to: spawned.output) { $0.output += $1 }
        listen(to: spawned.errors) { $0.errors += $1 }
    }

    /// Runs a program to its end.
    public static func run(
        _ arguments: [String], environment: [String: String] = [:]
    ) async throws -> (end: End, output: String, errors: String) {
        let program = try Program(arguments, environment: environment)
        let end = await program.end()
        return (end, program.output, program.errors)
    }

    /// What came on standard output so far.
    public var output: String { state.withLock { String(decoding: $0.output, as: UTF8.self) } }
    /// What came on standard error so far.
    public var errors: String { state.withLock { String(decoding: $0.errors, as: UTF8.self) } }

    public func send(_ signal: Int32) { _ = kill(identifier, signal) }

    /// Waits for its end, and until everything that it said has arrived.
    public func end() async -> End { await look { $0.end } }

    /// Waits until standard output contains a text; `false` when it never will.
    public func says(_ text: String) async -> Bool {
        await look { state in
            if String(decoding: state.output, as: UTF8.self).contains(text) { return true }
            return state.end == nil ? nil : false
        }
    }

    private func look<Value: Sendable>(_ look: (borrowing State) -> Value?) async -> Value {
        let alarm = Task {
            try await Task.sleep(for: Self.patience)
            send(SIGKILL)
        }
        defer { alarm.cancel() }
        while true {
            if let value = state.withLock({ look($0) }) { return value }
            await withCheckedContinuation { continuation in
                let isReady = state.withLock { state in
                    if look(state) != nil { return true }
                    state.waiting.append(continuation)
                    return false
                }
                if isReady { continuation.resume() }
            }
        }
    }

    private func change(_ change: (inout State) -> Void) {
        let waiting = state.withLock { state in
            change(&state)
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in waiting { continuation.resume() }
    }

    private func listen(
        to file: FileHandle, _ take: @escaping @Sendable (inout State, Data) -> Void
    ) {
        let thread = Thread { [self] in
            while true {
                let bytes = file.availableData
                if bytes.isEmpty { break }
                change { take(&$0, bytes) }
            }
            change { state in
                state.openPipes -= 1
                if state.openPipes == 0 {
                    RunningPrograms.remove(identifier)
                    state.end = SpawnedProcess.end(of: identifier)
                }
            }
        }
        thread.start()
    }
}
