import Dispatch
import Synchronization

/// Hands pieces of a file from one thread to another; a few wait at most, so that memory stays
/// small whatever the size of the file.
final class PieceQueue: Sendable {
    private struct State {
        var pieces: [[UInt8]] = []
        var failure: KBOFailure?
        var isAbandoned = false
    }

    private static let longest = 8

    private let state = Mutex(State())
    private let room = DispatchSemaphore(value: 0)
    private let filled = DispatchSemaphore(value: 0)

    init() {
        for _ in 0..<Self.longest { room.signal() }
    }

    /// Waits for room and puts a piece in; `false` when nobody will take it.
    func put(_ piece: [UInt8]) -> Bool {
        room.wait()
        let isWanted = state.withLock { state in
            if !state.isAbandoned { state.pieces.append(piece) }
            return !state.isAbandoned
        }
        if isWanted { filled.signal() }
        return isWanted
    }

    /// Says that no more pieces come, and why when the file is not whole.
    func finish(_ failure: KBOFailure?) {
        state.withLock { $0.failure = failure }
        filled.signal()
    }

    /// Waits for the next piece; `nil` at the end of the file.
    func take() throws(KBOFailure) -> [UInt8]? {
        filled.wait()
        let (piece, failure) = state.withLock { state in
            (state.pieces.isEmpty ? nil : state.pieces.removeFirst(), state.failure)
        }
        if let piece {
            room.signal()
            return piece
        }
        // The end stays the end, however often it is asked for.
        filled.signal()
        if let failure { throw failure }
        return nil
    }

    /// Says that nobody takes any more.
    func abandon() {
        state.withLock { state in
            state.isAbandoned = true
            state.pieces = []
        }
        room.signal()
    }
}
