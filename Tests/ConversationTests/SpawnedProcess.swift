import Foundation

/// A process that was just started, and the pipes on which it speaks; nobody else inherits them.
///
/// Foundation's `Process` now and then misses the end of a program on Linux when many are started.
struct SpawnedProcess {
    let identifier: pid_t
    let output: FileHandle
    let errors: FileHandle

    /// Starts a program, which is looked up on the path.
    init(_ arguments: [String], environment: [String: String]) throws {
        let (output, outputEnd) = try Self.pipe()
        let (errors, errorsEnd) = try Self.pipe()
        defer {
            close(outputEnd)
            close(errorsEnd)
        }
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        unsafe posix_spawn_file_actions_adddup2(&actions, outputEnd, 1)
        unsafe posix_spawn_file_actions_adddup2(&actions, errorsEnd, 2)
        let variables = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        var list = unsafe arguments.map { unsafe strdup($0) } + [nil]
        var settings = unsafe variables.map { unsafe strdup("\($0)=\($1)") } + [nil]
        let copies = unsafe list + settings
        defer { for index in unsafe copies.indices { unsafe free(copies[index]) } }
        var identifier: pid_t = 0
        let failure = unsafe posix_spawnp(
            &identifier, list[0] ?? strdup(""), &actions, nil, &list, &settings)
        guard failure == 0 else { throw POSIXError(POSIXErrorCode(rawValue: failure) ?? .EINVAL) }
        self.identifier = identifier
        self.output = output
        self.errors = errors
    }

    /// Waits for the end of a process. Blocks.
    static func end(of identifier: pid_t) -> Program.End {
        var status: Int32 = 0
        while unsafe waitpid(identifier, &status, 0) < 0, errno == EINTR {}
        let signal = status & 0x7F
        return signal == 0 ? .code((status >> 8) & 0xFF) : .signal(signal)
    }

    private static func pipe() throws -> (FileHandle, Int32) {
        var ends: [Int32] = [0, 0]
        guard unsafe Foundation.pipe(&ends) == 0 else { throw POSIXError(.EMFILE) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        return (FileHandle(fileDescriptor: ends[0], closeOnDealloc: true), ends[1])
    }
}
