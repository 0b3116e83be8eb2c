import Foundation
import Synchronization

/// A process that was just started, and the pipes over which it is spoken with; it inherits nothing
/// else, and nobody else inherits them.
///
/// Foundation's `Process` now and then misses the end of a program on Linux when many are started.
struct SpawnedProcess {
    /// While a pipe is made and not yet marked, no other program may start and inherit it.
    private static let oneAtATime = Mutex(())

    let identifier: pid_t
    let input: FileHandle
    let output: FileHandle
    let errors: FileHandle

    /// Starts a program, which is looked up on the path.
    static func start(
        _ arguments: [String], environment: [String: String]
    ) throws -> SpawnedProcess {
        try oneAtATime.withLock { _ in try spawn(arguments, environment) }
    }

    private static func spawn(
        _ arguments: [String], _ environment: [String: String]
    ) throws -> SpawnedProcess {
        let (inputEnd, input) = try pipe()
        let (output, outputEnd) = try pipe()
        let (errors, errorsEnd) = try pipe()
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        let ends = [inputEnd, outputEnd, errorsEnd]
        for (number, end) in ends.enumerated() {
            unsafe posix_spawn_file_actions_adddup2(&actions, end.fileDescriptor, Int32(number))
        }
        try unsafe leaveOut(&actions)
        let variables = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        var list = unsafe arguments.map { unsafe strdup($0) } + [nil]
        var settings = unsafe variables.map { unsafe strdup("\($0)=\($1)") } + [nil]
        let copies = unsafe list + settings
        defer { for index in unsafe copies.indices { unsafe free(copies[index]) } }
        var identifier: pid_t = 0
        let failure = withExtendedLifetime(ends) {
            unsafe posix_spawnp(
                &identifier, list[0] ?? strdup(""), &actions, nil, &list, &settings)
        }
        guard failure == 0 else { throw POSIXError(POSIXErrorCode(rawValue: failure) ?? .EINVAL) }
        return SpawnedProcess(
            identifier: identifier, input: input, output: output, errors: errors)
    }

    /// Closes every other descriptor in the new process, also those that some library has open at
    /// this moment: what waits for the end of a pipe would wait for the new process too.
    private static func leaveOut(_ actions: inout posix_spawn_file_actions_t) throws {
        typealias CloseFrom =
            @convention(c) (
                UnsafeMutablePointer<posix_spawn_file_actions_t>, Int32
            ) -> Int32
        // glibc has it since 2.34, but declares it to programs in GNU's C alone.
        guard let symbol = unsafe dlsym(nil, "posix_spawn_file_actions_addclosefrom_np") else {
            throw POSIXError(.ENOSYS)
        }
        let closeFrom = unsafe unsafeBitCast(symbol, to: CloseFrom.self)
        guard unsafe closeFrom(&actions, 3) == 0 else { throw POSIXError(.ENOMEM) }
    }

    /// Waits for the end of a process. Blocks.
    static func end(of identifier: pid_t) -> Program.End {
        var status: Int32 = 0
        while unsafe waitpid(identifier, &status, 0) < 0, errno == EINTR {}
        let signal = status & 0x7F
        return signal == 0 ? .code((status >> 8) & 0xFF) : .signal(signal)
    }

    /// The end that is read and the one that is written.
    private static func pipe() throws -> (FileHandle, FileHandle) {
        var ends: [Int32] = [0, 0]
        guard unsafe Foundation.pipe(&ends) == 0 else { throw POSIXError(.EMFILE) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        return (
            FileHandle(fileDescriptor: ends[0], closeOnDealloc: true),
            FileHandle(fileDescriptor: ends[1], closeOnDealloc: true)
        )
    }
}
