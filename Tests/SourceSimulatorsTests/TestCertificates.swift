import Foundation
import SourceSimulators
import TestSupport

/// An authority, a server and a client certificate, made by `openssl` in a directory of their own.
struct TestCertificates: Sendable {
    let directory: URL

    init() async throws {
        directory = FileManager.default.temporaryDirectory
            .appending(path: "onlyonce-certificates-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        try await openssl(
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
            "-keyout", path("ca.key"), "-out", path("ca.pem"), "-days", "2", "-subj", "/CN=Test CA")
        try await issue("server", extensions: "subjectAltName=DNS:localhost,IP:127.0.0.1")
        try await issue("client", extensions: "extendedKeyUsage=clientAuth")
    }

    func path(_ name: String) -> String { directory.appending(path: name).path }

    func remove() { try? FileManager.default.removeItem(at: directory) }

    var tls: TLSFiles {
        TLSFiles(
            certificateChain: path("server.pem"), privateKey: path("server.key"),
            callerAuthorities: path("ca.pem"))
    }

    private func issue(_ name: String, extensions: String) async throws {
        try extensions.write(toFile: path(name + ".ext"), atomically: true, encoding: .utf8)
        try await openssl(
            "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout",
            path(name + ".key"), "-out", path(name + ".csr"), "-subj", "/CN=" + name)
        try await openssl(
            "x509", "-req", "-in", path(name + ".csr"), "-CA", path("ca.pem"), "-CAkey",
            path("ca.key"), "-CAcreateserial", "-days", "2", "-extfile", path(name + ".ext"),
            "-out", path(name + ".pem"))
    }

    private func openssl(_ arguments: String...) async throws {
        let outcome = try await Program.run(["openssl"] + arguments)
        guard outcome.end == .code(0) else { throw CocoaError(.fileWriteUnknown) }
    }
}
