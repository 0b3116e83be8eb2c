import CanonicalJSON
import HTTPFacade
import KBOOpenData

/// The imports that a running gateway does for commands, one at a time.
actor ImportDesk {
    private enum State {
        case idle
        case running(fraction: Double)
        case done(extract: String)
        case failed(String)
    }
    private let replica: KBOReplica
    private var state = State.idle

    init(_ replica: KBOReplica) { self.replica = replica }

    /// Begins an import; the asker follows it with ``current()``.
    func start(_ request: ControlRequest) -> ControlReply {
        guard let archive = request.body?["archive"]?.string else {
            return ControlReply(status: 400, ["detail": "archive must be the path of a file"])
        }
        if case .running = state {
            return ControlReply(status: 409, ["detail": "another import is under way"])
        }
        state = .running(fraction: 0)
        let replica = replica
        // It outlives the request: the command asks how far it is.
        Task {
            do throws(UsageError) {
                let extract = try await ExtractImport(replica).run(archive) { fraction in
                    Task { await self.advance(to: fraction) }
                }
                finish(.done(extract: extract))
            } catch {
                finish(.failed(error.description))
            }
        }
        return current()
    }

    func current() -> ControlReply {
        switch state {
        case .idle: ControlReply(["state": "idle"])
        case .running(let fraction):
            ControlReply(["state": "running", "fraction": .number(fraction)])
        case .done(let extract): ControlReply(["state": "done", "extract": .string(extract)])
        case .failed(let failure): ControlReply(["state": "failed", "failure": .string(failure)])
        }
    }

    private func advance(to fraction: Double) {
        if case .running(let reached) = state {
            state = .running(fraction: max(reached, fraction))
        }
    }

    private func finish(_ outcome: State) { state = outcome }
}
