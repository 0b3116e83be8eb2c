import Foundation

/// Runs a program and waits for its end without holding a thread of the concurrency pool.
enum CommandLineTool {
    struct Outcome: Sendable {
        let exitCode: Int32
        let output: String
    }

    static func run(_ program: String, _ arguments: [String]) async throws -> Outcome {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        let file = FileManager.default.temporaryDirectory
            .appending(path: "onlyonce-\(UUID().uuidString).out")
        _ = FileManager.default.createFile(atPath: file.path, contents: nil)
        defer { try? FileManager.default.removeItem(at: file) }
        let handle = try FileHandle(forWritingTo: file)
        process.standardOutput = handle
        process.standardError = FileHandle.nullDevice
        let exitCode: Int32 = try await withCheckedThrowingContinuation { continuation in
            process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
            do { try process.run() } catch { continuation.resume(throwing: error) }
        }
        try handle.close()
        return Outcome(
            exitCode: exitCode, output: String(decoding: try Data(contentsOf: file), as: UTF8.self))
    }
}
