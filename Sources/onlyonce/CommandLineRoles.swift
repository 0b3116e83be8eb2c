import AccessRights
import Glibc
import StrictYAML

/// Which users of the operating system may take which steps on the machine itself.
struct CommandLineRoles: Sendable {
    private let users: [ApplicationRole: Set<UInt32>]

    init(dpo: Set<UInt32>, controlCommission: Set<UInt32>) {
        users = [.dpo: dpo, .controlCommission: controlCommission]
    }

    func allow(_ step: RightsStep, by user: UInt32) -> Bool {
        step.roles.contains { users[$0]?.contains(user) ?? false }
    }

    /// Whether a user has the role that officials have, too.
    func allow(lending role: OfficialRole, by user: UInt32) -> Bool {
        switch role {
        case .dpo: users[.dpo]?.contains(user) ?? false
        case .controlCommission: users[.controlCommission]?.contains(user) ?? false
        case .parkingDesk, .operations: false
        }
    }

    /// The number of a user; `nil` when there is none of that name.
    static func user(_ word: some StringProtocol) -> UInt32? {
        if let number = UInt32(word), String(number) == word { return number }
        return unsafe getpwnam(String(word)).map { unsafe $0.pointee.pw_uid }
    }
}

extension YAMLReader {
    /// The section, which may be absent: that is `.some(nil)`.
    mutating func commandLine() -> CommandLineRoles?? {
        guard has("commandLine") else { return .some(nil) }
        return mapping("commandLine") { section -> CommandLineRoles? in
            let dpo = section.users("dpo")
            let commission = section.users("controlCommission")
            guard let dpo, let commission else { return nil }
            return CommandLineRoles(dpo: dpo, controlCommission: commission)
        }.map { $0 }
    }

    private mutating func users(_ key: String) -> Set<UInt32>? {
        text(key, expected: "users of this machine, by name or number, with a space between") {
            text in
            let words = text.split(separator: " ")
            let users = words.compactMap { CommandLineRoles.user($0) }
            return words.isEmpty || users.count != words.count ? nil : Set(users)
        }
    }
}
