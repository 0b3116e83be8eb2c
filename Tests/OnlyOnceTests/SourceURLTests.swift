import Testing

@testable import onlyonce

struct SourceURLTests {
    @Test(
        "a host over TLS is taken, as it was written",
        arguments: [
            "https://source.example", "https://source.example:8443/v1/mobility",
            "https://127.0.0.1:9443/", "https://[::1]:9443/ksz", "https://localhost:9443",
        ])
    func takes(text: String) throws {
        #expect(try SourceURL(parsing: text).text == text)
    }

    static let wrong: [(String, InvalidSourceURL)] = [
        ("", .notHTTPS), ("source.example", .notHTTPS), ("/v1", .notHTTPS),
        ("http://source.example", .notHTTPS), ("http://127.0.0.1:9443", .notHTTPS),
        ("http://localhost", .notHTTPS), ("ftp://source.example", .notHTTPS),
        ("file:///etc/passwd", .notHTTPS), ("https:", .withoutHost), ("https://", .withoutHost),
        ("https:///v1", .withoutHost), ("https://:443/", .withoutHost),
        ("https://user@source.example", .withUser),
        ("https://user:secret@source.example", .withUser),
        ("https://:secret@source.example", .withUser),
        ("https://source.example/v1#part", .withFragment),
        ("https://source.example/v1#", .withFragment),
        ("https://source.example/v1?key=1", .withQuery), ("https://source.example/?", .withQuery),
        ("https://source.example:0", .malformed), ("https://source.example:65536", .malformed),
        ("https://source example", .malformed), (" https://source.example", .malformed),
        ("https://source.example/a b", .malformed), ("https://source.example\n", .malformed),
    ]

    @Test("everything else is refused for what is wrong with it", arguments: wrong)
    func refuses(text: String, failure: InvalidSourceURL) {
        #expect(throws: failure) { try SourceURL(parsing: text) }
    }
}
