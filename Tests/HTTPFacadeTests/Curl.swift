import Foundation
import TestSupport

/// The `curl` command, which shares no code with the facade.
struct Curl {
    /// What came back.
    struct Exchange: Sendable {
        /// Of the command: code 0 when there was an answer.
        let end: Program.End
        /// Every byte of HTTP that came.
        let output: String

        var status: Int? { output.split(separator: " ").dropFirst().first.flatMap { Int($0) } }

        var body: String {
            output.firstRange(of: "\r\n\r\n").map { String(output[$0.upperBound...]) } ?? ""
        }

        /// The value of a header field, whose name is given in small letters.
        func header(_ name: String) -> String? {
            for line in output.split(separator: "\r\n") {
                let parts = line.split(separator: ":", maxSplits: 1)
                if parts.count == 2, parts[0].lowercased() == name {
                    return parts[1].trimmingCharacters(in: .whitespaces)
                }
            }
            return nil
        }
    }

    static func run(_ arguments: [String]) async throws -> Exchange {
        let command = ["curl", "-s", "-i", "--noproxy", "*", "-m", "10", "-H", "Expect:"]
        let outcome = try await Program.run(command + arguments)
        return Exchange(end: outcome.end, output: outcome.output)
    }
}
