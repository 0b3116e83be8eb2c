import CanonicalJSON
import HTTPFacade
import SQLiteStorage

/// The backups of the log that a running gateway makes for commands, one at a time.
actor BackupDesk {
    private enum State {
        case idle
        case running
        case done(String)
        case failed(String)
    }
    private let data: String
    private let time: SystemTime
    private var state = State.idle

    /// - Parameter data: the data directory.
    init(_ data: String, time: SystemTime) {
        self.data = data
        self.time = time
    }

    /// Begins a backup; the asker follows it with ``current()``.
    func start(_ request: ControlRequest) -> ControlReply {
        guard let folder = request.body?["folder"]?.string, folder.hasPrefix("/") else {
            return ControlReply(status: 400, ["detail": "folder must be a whole path"])
        }
        if case .running = state {
            return ControlReply(status: 409, ["detail": "another backup is under way"])
        }
        state = .running
        let (data, time) = (data, time)
        // It outlives the request: the command asks whether it is done.
        Task {
            do throws(UsageError) {
                state = .done(try await Self.backUp(data, to: folder, time: time))
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

    /// Makes a backup, and says what is in it.
    static func backUp(
        _ data: String, to folder: String, time: SystemTime
    ) async throws(UsageError) -> String {
        let manifest = try await explainedLater { () async throws(BackupFailure) in
            try await BackupFolder(folder).write(from: data, at: time.now())
        }
        return """
            \(folder) holds the log as it was with \(manifest.size) entries in its tree, root \
            \(manifest.root). The keys are not in it.
            """
    }
}
