import CanonicalJSON
import HTTPFacade

/// The exports of the log that a running gateway does for commands, one at a time.
actor ExportDesk {
    private enum State {
        case idle
        case running
        case done(String)
        case failed(String)
    }
    private let tree: LogTree
    private var state = State.idle

    init(_ tree: LogTree) { self.tree = tree }

    /// Begins an export; the asker follows it with ``current()``.
    func start(_ request: ControlRequest) -> ControlReply {
        guard let folder = request.body?["folder"]?.string, folder.hasPrefix("/"),
            let isPublic = request.body?["public"]?.bool
        else { return ControlReply(status: 400, ["detail": "folder must be a whole path"]) }
        if case .running = state {
            return ControlReply(status: 409, ["detail": "another export is under way"])
        }
        state = .running
        let tree = tree
        // It outlives the request: the command asks whether it is done.
        Task {
            do throws(UsageError) {
                state = .done(try await tree.export(to: folder, isPublic: isPublic))
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
