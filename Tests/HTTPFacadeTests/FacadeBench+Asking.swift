import CanonicalJSON
import DevelopmentCertificates
import HTTPFacade

extension FacadeBench {
    /// Asks the api listener as an application, with JSON unless told otherwise.
    func ask(
        _ path: String, as application: ApplicationName = .taxDepartment, _ body: JSONValue,
        type: String = "application/json", _ arguments: [String] = []
    ) async throws -> Curl.Exchange {
        try await ask(
            path, as: application, text: String(decoding: try body.canonicalBytes(), as: UTF8.self),
            type: type, arguments)
    }

    func ask(
        _ path: String, as application: ApplicationName = .taxDepartment, text: String,
        type: String = "application/json", _ arguments: [String] = []
    ) async throws -> Curl.Exchange {
        let identity = certificates.application(application)
        return try await Curl.run(
            [
                "--cacert", certificates.applicationAuthority, "--cert", identity.certificate,
                "--key", identity.privateKey, "-H", "Content-Type: \(type)",
            ] + arguments + ["--data-binary", text, "https://\(addresses.api)\(path)"])
    }

    /// Reads from the api listener as an application.
    func read(
        api path: String, as application: ApplicationName, _ arguments: [String] = []
    ) async throws -> Curl.Exchange {
        let identity = certificates.application(application)
        return try await Curl.run(
            [
                "--cacert", certificates.applicationAuthority, "--cert", identity.certificate,
                "--key", identity.privateKey,
            ] + arguments + ["https://\(addresses.api)\(path)"])
    }

    /// Asks a listener that wants no certificate.
    func read(web path: String, _ arguments: [String] = []) async throws -> Curl.Exchange {
        try await Curl.run(
            ["--cacert", certificates.applicationAuthority] + arguments
                + ["https://\(addresses.web)\(path)"])
    }

    func read(operations path: String) async throws -> Curl.Exchange {
        try await Curl.run(["http://\(addresses.operations)\(path)"])
    }
}

extension Curl.Exchange {
    /// The body as JSON.
    var json: JSONValue { get throws { try JSONValue(parsing: Array(body.utf8)) } }
}
