import Facts

extension RightsActor {
    /// Of which kind it is: `configuration`, `official`, `application`, `user` or `machine`.
    public var kind: String {
        switch self {
        case .configuration: "configuration"
        case .official: "official"
        case .application: "application"
        case .user: "user"
        case .machine: "machine"
        }
    }

    /// How it is written: the kind, and behind a colon what tells it from others of the kind.
    public var text: String {
        switch self {
        case .configuration, .machine: kind
        case .official(let mark), .user(let mark): "\(kind):\(mark.text)"
        case .application(let organisation, let application):
            "\(kind):\(organisation.digits):\(application.text)"
        }
    }

    /// Reads what ``text`` wrote.
    public init(parsing text: some StringProtocol) throws(InvalidName) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        switch (parts[0], parts.count) {
        case ("configuration", 1): self = .configuration
        case ("machine", 1): self = .machine
        case ("official", 2): self = .official(try ActorMark(parsing: parts[1]))
        case ("user", 2): self = .user(try ActorMark(parsing: parts[1]))
        case ("application", 3):
            guard let organisation = try? EnterpriseNumber(parsing: parts[1]) else {
                throw InvalidName()
            }
            self = .application(organisation, try ApplicationID(parsing: parts[2]))
        default: throw InvalidName()
        }
    }
}
