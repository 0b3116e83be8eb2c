import CanonicalJSON
import Foundation
import TestSupport
import Testing

/// A gateway that listens.
struct RunningGateway: Sendable {
    let program: Program
    /// `host:port`.
    let api: String
    let web: String
    let operations: String

    init(_ program: Program) async throws {
        try #require(await program.says("operations "), "\(program.errors)")
        func address(_ name: String) throws -> String {
            let line = program.output.split(separator: "\n").first { $0.hasPrefix(name) }
            let url = try #require(line?.split(separator: " ").last)
            return String(try #require(url.split(separator: "/").last))
        }
        self.program = program
        api = try address("api")
        web = try address("web")
        operations = try address("operations")
    }

    /// What monitors read.
    func metrics() async throws -> String {
        let answer = try await Program.run([
            "curl", "--silent", "--fail", "--noproxy", "*", "http://\(operations)/metrics",
        ])
        try #require(answer.end == .code(0))
        return answer.output
    }

    /// What `/health` answers, and with which status.
    func health() async throws -> (status: Int, body: JSONValue) {
        let answer = try await Program.run([
            "curl", "--silent", "--noproxy", "*", "--write-out", "\n%{http_code}",
            "http://\(operations)/health",
        ])
        try #require(answer.end == .code(0))
        let lines = answer.output.split(separator: "\n")
        let body = try JSONValue(parsing: try #require(lines.first).utf8)
        return (Int(lines.last ?? "") ?? 0, body)
    }

    /// Waits until monitors read a line.
    func says(_ line: String) async throws {
        let end = ContinuousClock.now + .seconds(60)
        while try await !metrics().contains(line) {
            try #require(.now < end, "the gateway never said: \(line)")
        }
    }

    /// Ends it as an operator does.
    func stop() async -> Program.End {
        program.send(SIGTERM)
        return await program.end()
    }
}
