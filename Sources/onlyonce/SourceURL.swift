import Foundation

/// Where a source is called: over TLS, and at nothing but a host, a port and a path.
///
/// The loopback address is no exception: simulated sources speak TLS too.
struct SourceURL: Hashable, Sendable {
    let text: String

    /// - Throws: ``InvalidSourceURL``, which never contains the text: a password could stand in it.
    init(parsing text: String) throws(InvalidSourceURL) {
        guard let parts = URLComponents(string: text, encodingInvalidCharacters: false) else {
            throw .malformed
        }
        guard parts.scheme?.lowercased() == "https" else { throw .notHTTPS }
        guard let host = parts.host, !host.isEmpty else { throw .withoutHost }
        guard parts.user == nil, parts.password == nil else { throw .withUser }
        guard parts.fragment == nil else { throw .withFragment }
        guard parts.query == nil else { throw .withQuery }
        if let port = parts.port {
            guard (1...65_535).contains(port) else { throw .malformed }
        }
        self.text = text
    }
}
