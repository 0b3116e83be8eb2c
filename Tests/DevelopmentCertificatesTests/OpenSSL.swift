import TestSupport

/// The `openssl` command, which shares no code with what is tested.
enum OpenSSL {
    /// Runs the command and returns whether it succeeded, with what it printed.
    static func run(_ arguments: [String]) async throws -> (succeeded: Bool, output: String) {
        let outcome = try await Program.run(["openssl"] + arguments)
        return (outcome.end == .code(0), outcome.output + outcome.errors)
    }
}
