public import ConsultLog

extension OfficialID {
    /// What the log writes before those who are known from elsewhere than a token: a token that
    /// named one of them would pass for it.
    private static let reserved = ["application:", "unix:", "user:"]
    /// As whom the log writes what the documents of a gateway give.
    private static let configuration = "configuration"

    /// The official of a claim; `nil` when the text can be nobody's name.
    public init?(named text: String) {
        guard text != Self.configuration, !Self.reserved.contains(where: { text.hasPrefix($0) }),
            let official = try? OfficialID(parsing: text)
        else { return nil }
        self = official
    }
}
