import CanonicalJSON
import HTTPFacade

/// What a running gateway writes into folders for commands, a backup or an export: one at a time.
actor FolderDesk {
    private enum State {
        case idle
        case running
        case done(String)
        case failed(String)
    }
    private let name: String
    private let write: @Sendable (String, ControlRequest) async throws(UsageError) -> String
    private var state = State.idle

    /// - Parameters:
    ///   - name: what is written, for whoever comes while it is.
    ///   - write: writes into a folder, as the request says, and tells what was written.
    init(
        _ name: String,
        _ write: @escaping @Sendable (String, ControlRequest) async throws(UsageError) -> String
    ) {
        self.name = name
        self.write = write
    }

    /// Begins; the asker follows it with ``current()``.
    func start(_ request: ControlRequest) -> ControlReply {
        guard let folder = request.body?["folder"]?.string, folder.hasPrefix("/") else {
            return ControlReply(status: 400, ["detail": "folder must be a whole path"])
        }
        if case .running = state {
            return ControlReply(status: 409, ["detail": .string("another \(name) is under way")])
        }
        state = .running
        let write = write
        // It outlives the request: the command asks whether it is done.
        Task {
            do throws(UsageError) {
                state = .done(try await write(folder, request))
            } catch {
                state = .failed(error.description)
            }
        }
        return current()
    }

    func current() -> ControlReply {
        switch state {
        case .idle: ControlReply(["state": "idle"])
        case .running: ControlReply(["state": "running"])
        case .done(let written):
            ControlReply(["state": "done", "written": .string(written)])
        case .failed(let failure): ControlReply(["state": "failed", "failure": .string(failure)])
        }
    }
}
