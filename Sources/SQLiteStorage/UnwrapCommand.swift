import ConsultLog
public import Foundation

/// A command of the operator that unwraps a key, so that a hardware security module can guard it.
///
/// It gets the wrapped key on its standard input and writes the key on its standard output: 32
/// bytes as they are, or in base64. No shell comes between.
public struct UnwrapCommand: Hashable, Sendable {
    /// The absolute path of the program.
    public let program: String
    public let arguments: [String]
    /// The file of the wrapped key.
    public let wrappedKey: String
    /// How long it may take.
    public let deadline: TimeInterval

    public init(
        program: String, arguments: [String] = [], wrappedKey: String, deadline: TimeInterval = 10
    ) {
        self.program = program
        self.arguments = arguments
        self.wrappedKey = wrappedKey
        self.deadline = deadline
    }

    /// The most that is read of what it writes.
    private static let mostOutput = 4096

    /// Runs it on the content of a file. It blocks.
    ///
    /// - Throws: ``KeySourceFailure``, which never holds what the command wrote.
    func unwrap(_ file: String) throws(KeySourceFailure) -> KeyEncryptionKey {
        guard program.hasPrefix("/") else { throw .command(program, .notAbsolute) }
        guard let input = FileHandle(forReadingAtPath: file) else {
            throw .file(.absent(path: file))
        }
        defer { try? input.close() }
        let output = try run(on: input)
        let text = String(decoding: output, as: UTF8.self).filter { !$0.isWhitespace }
        let bytes = output.count == 32 ? output : Data(base64Encoded: text).map { Array($0) }
        guard let key = bytes.flatMap(KeyEncryptionKey.init(bytes:)) else {
            throw .command(program, .noKey)
        }
        return key
    }

    private func run(on input: FileHandle) throws(KeySourceFailure) -> [UInt8] {
        let end = Date(timeIntervalSinceNow: deadline)
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        // Our own settings are no business of it.
        process.environment = ProcessInfo.processInfo.environment
            .filter { !$0.key.hasPrefix("ONLYONCE_") }
        process.standardInput = input
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        let ended = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in ended.signal() }
        do { try process.run() } catch { throw .command(program, .notStarted) }
        try? pipe.fileHandleForWriting.close()
        defer { try? pipe.fileHandleForReading.close() }
        let output = Self.read(pipe.fileHandleForReading.fileDescriptor, until: end)
        let rest = DispatchTime.now() + max(0, end.timeIntervalSinceNow)
        guard let output, ended.wait(timeout: rest) == .success else {
            _ = kill(process.processIdentifier, SIGKILL)
            throw .command(program, output == nil ? .badOutput : .late)
        }
        guard process.terminationReason == .exit, process.terminationStatus == 0 else {
            throw .command(program, .failed(status: process.terminationStatus))
        }
        return output
    }

    /// Reads to the end; `nil` when that does not come in time or there is too much.
    private static func read(_ file: Int32, until end: Date) -> [UInt8]? {
        var output: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: mostOutput)
        while output.count <= mostOutput {
            let milliseconds = end.timeIntervalSinceNow * 1000
            guard milliseconds > 0 else { return nil }
            var waiting = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
            let ready = unsafe poll(&waiting, 1, Int32(min(milliseconds.rounded(.up), 60_000)))
            if ready < 0, errno != EINTR { return nil }
            guard ready > 0 else { continue }
            let count = unsafe buffer.withUnsafeMutableBytes {
                unsafe Foundation.read(file, $0.baseAddress, $0.count)
            }
            if count == 0 { return output }
            if count < 0 { return nil }
            output += buffer[..<count]
        }
        return nil
    }
}
