import Foundation
import TestSupport

/// A client of the simulated sources that nobody here wrote: curl.
struct Client: Sendable {
    struct Answer: Sendable {
        /// Code 0, or curl's code for what went wrong.
        let end: Program.End
        /// 0 without an answer.
        let status: Int
        let seconds: Double
        let headerBytes: Int
        let body: [UInt8]
    }

    let certificates: TestCertificates
    var showsCertificate = true

    func post(_ url: String, _ body: [UInt8]) async throws -> Answer {
        let file = certificates.path("request-\(UUID().uuidString)")
        try Data(body).write(to: URL(filePath: file))
        return try await call([
            "-H", "Content-Type: text/xml; charset=utf-8", "--data-binary", "@" + file, url,
        ])
    }

    func get(_ url: String) async throws -> Answer { try await call([url]) }

    func put(_ url: String, _ json: String) async throws -> Answer {
        try await call(["-X", "PUT", "-d", json, url])
    }

    func delete(_ url: String) async throws -> Answer { try await call(["-X", "DELETE", url]) }

    private func call(_ arguments: [String]) async throws -> Answer {
        let file = certificates.path("answer-\(UUID().uuidString)")
        var options = [
            "--silent", "--noproxy", "*", "--max-time", "20", "--cacert",
            certificates.path("ca.pem"), "--output", file, "--write-out",
            "%{http_code} %{time_total} %{size_header}",
        ]
        if showsCertificate {
            options += [
                "--cert", certificates.path("client.pem"), "--key", certificates.path("client.key"),
            ]
        }
        let outcome = try await Program.run(["curl"] + options + arguments)
        let fields = outcome.output.split(separator: " ")
        let body = (try? Data(contentsOf: URL(filePath: file))).map { Array($0) } ?? []
        return Answer(
            end: outcome.end, status: Int(fields.first ?? "") ?? 0,
            seconds: fields.count > 1 ? Double(fields[1]) ?? 0 : 0,
            headerBytes: fields.count > 2 ? Int(fields[2]) ?? 0 : 0, body: body)
    }
}
