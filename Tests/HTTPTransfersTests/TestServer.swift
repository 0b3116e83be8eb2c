import Foundation
import HTTPTransfers
import TestSupport

/// A server that wants client certificates, in a process of its own, shared by the suites.
///
/// It ends when its standard input does, so with this process at the latest.
struct TestServer: Sendable {
    let port: Int
    /// Offers nothing newer than TLS 1.2.
    let olderPort: Int
    private let directory: URL
    private let program: Program

    static let shared = Task { try await TestServer() }

    private init() async throws {
        directory = URL.temporaryDirectory.appending(path: "transfers-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        program = try Program(
            [
                "env", "-C", directory.path(percentEncoded: false), "sh", "-ec",
                TestScripts.certificates, "sh", TestScripts.server,
            ],
            hasInput: true)
        // The server says where it listens, once it does.
        guard await program.says("\n") else { throw CocoaError(.executableLoad) }
        let ports = program.output.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
        guard ports.count == 2 else { throw CocoaError(.executableLoad) }
        (port, olderPort) = (ports[0], ports[1])
    }

    func file(_ name: String) -> String {
        directory.appending(path: name).path(percentEncoded: false)
    }

    /// An identity of which the certificates were made for the test.
    func identity(certificate: String? = "client", authority: String = "ca") -> TLSIdentity {
        TLSIdentity(
            certificate: certificate.map {
                .init(certificatePath: file("\($0).pem"), keyPath: file("\($0).key"))
            },
            authoritiesPath: file("\(authority).pem"))
    }

    func request(
        _ path: String, method: TransferRequest.Method = .get, body: [UInt8] = [],
        headers: [HeaderField] = [], deadline: Duration = .seconds(20), limit: Int = 1 << 20
    ) -> TransferRequest {
        TransferRequest(
            method, url: "https://localhost:\(port)\(path)", headers: headers, body: body,
            identity: identity(), deadline: deadline, maximumResponseSize: limit)
    }
}
