import AccessRights
import ConsultLog
import Facts
public import Officials

/// What every storage of the directory promises, as checks that any of them can be put through.
/// Each returns what it found broken.
public struct OfficialsStorageContract: Sendable {
    /// One promise.
    public struct Check: Sendable, CustomStringConvertible {
        public let description: String
        /// Puts a new, empty storage to the test.
        public let violations: @Sendable (any OfficialsStorage) async throws -> [String]
    }

    public static let checks = [
        Check(description: "what was written is read, each with a new revision") { storage in
            let first = try await storage.write(official(1))
            let second = try await storage.write(official(2))
            let lent = try await storage.write(delegation(1, from: 1, to: 2))
            let all = try await storage.changes(after: 0)
            var broken: [String] = []
            if first.map({ $0 > 0 }) != true || second.map({ $0 > first ?? 0 }) != true {
                broken.append("revisions do not grow")
            }
            var expected = official(1)
            expected.revision = first ?? 0
            if all.officials.first != expected { broken.append("an official differs") }
            var loan = delegation(1, from: 1, to: 2)
            loan.revision = lent ?? 0
            if all.delegations != [loan] { broken.append("a delegation differs") }
            if all.revision != lent { broken.append("the last revision is another") }
            if try await storage.changes(after: first ?? 0).officials.map(\.id) != [official(2).id]
            {
                broken.append("the changes after a revision are others")
            }
            return broken
        },
        Check(description: "a record is replaced only by whoever knows its revision") { storage in
            let first = try await storage.write(official(1))
            var broken: [String] = []
            if try await storage.write(official(1)) != nil { broken.append("written twice") }
            let old = official(1, isActive: false, revision: (first ?? 0) + 7)
            if try await storage.write(old) != nil { broken.append("an old one won") }
            let next = official(1, isActive: false, revision: first ?? 0)
            if try await storage.write(next) == nil { broken.append("the right one lost") }
            let all = try await storage.changes(after: 0).officials
            if all.map(\.isActive) != [false] { broken.append("it was not replaced") }
            var loan = delegation(1, from: 1, to: 2)
            loan.revision = try await storage.write(loan) ?? 0
            loan.ended = Timestamp(milliseconds: 5000)
            if try await storage.write(loan) == nil { broken.append("a loan did not end") }
            if try await storage.write(loan) != nil { broken.append("it ended twice") }
            return broken
        },
        Check(description: "two who were not removed never bear one name") { storage in
            let first = try await storage.write(official(1))
            var broken: [String] = []
            if try await storage.write(official(2, name: 1)) != nil {
                broken.append("a name was given twice")
            }
            let gone = official(1, isRemoved: true, revision: first ?? 0)
            if try await storage.write(gone) == nil { broken.append("nobody can be removed") }
            if try await storage.write(official(2, name: 1)) == nil {
                broken.append("the name of somebody removed stays taken")
            }
            return broken
        },
        Check(description: "what is written together is there together, or not at all") { storage in
            let first = try await storage.write(official(1))
            var broken: [String] = []
            let left = DirectoryWrite(
                officials: [official(1, isActive: false, revision: first ?? 0)],
                delegations: [delegation(1, from: 1, to: 2)], debts: [debt(1), debt(2)])
            let second = try await storage.write(left)
            let all = try await storage.changes(after: first ?? 0)
            if all.officials.map(\.revision) != [second ?? 0]
                || all.delegations.map(\.revision) != [second ?? 0]
            {
                broken.append("one of them is missing")
            }
            // The official is out of date, so nothing of it happens.
            let late = DirectoryWrite(
                officials: [official(2), official(1, revision: first ?? 0)],
                delegations: [delegation(2, from: 1, to: 2)], debts: [debt(3)])
            if try await storage.write(late) != nil { broken.append("an old one won") }
            if try await storage.changes(after: second ?? 0)
                != DirectoryChanges(
                    revision: second ?? 0, givesRoles: true, officials: [], delegations: [])
            {
                broken.append("a part of it was written")
            }
            if try await storage.debts() != [debt(1), debt(2)] {
                broken.append("the debts are others")
            }
            return broken
        },
        Check(description: "that somebody was given a role is never forgotten") { storage in
            var broken: [String] = []
            _ = try await storage.write(official(1, roles: []))
            if try await storage.changes(after: 0).givesRoles { broken.append("nobody had one") }
            let first = try await storage.write(official(2)) ?? 0
            let last = try await storage.write(official(2, roles: [], revision: first)) ?? 0
            for revision in [0, last]
            where try await !storage.changes(after: revision).givesRoles {
                broken.append("the last role was forgotten")
            }
            return broken
        },
        Check(description: "a debt is kept until it is settled, and a loan until it is forgotten") {
            storage in
            let loan = delegation(1, from: 1, to: 2)
            let first = try await storage.write(
                DirectoryWrite(delegations: [loan], debts: [debt(2), debt(1)]))
            var broken: [String] = []
            try await storage.settle(debt(2).id)
            try await storage.settle(debt(2).id)
            if try await storage.debts() != [debt(1)] { broken.append("the wrong one was settled") }
            let second = try await storage.write(DirectoryWrite(forgotten: [loan.id]))
            if second == nil || second == first { broken.append("nothing was forgotten") }
            if try await storage.changes(after: 0).delegations != [] {
                broken.append("a loan was not forgotten")
            }
            return broken
        },
        Check(description: "how the directory was begun is noted once") { storage in
            var broken: [String] = []
            if try await storage.origin() != nil { broken.append("it was noted before") }
            let first = DirectoryOrigin(check: [1, 2], isRebuilt: true)
            if try await storage.note(first) != first { broken.append("it was not noted") }
            let second = DirectoryOrigin(check: [3], isRebuilt: false)
            if try await storage.note(second) != first { broken.append("it was noted anew") }
            if try await storage.origin() != first { broken.append("another one is noted") }
            return broken
        },
    ]

    /// Any official.
    public static var sample: SealedOfficial { official(1) }

    static func id(_ number: Int) -> UUIDv7 {
        UUIDv7(at: Timestamp(milliseconds: Int64(number)), random: (UInt64(number), 1))
    }

    static func official(
        _ number: Int, name: UInt8? = nil, isActive: Bool = true, isRemoved: Bool = false,
        roles: Set<OfficialRole> = [.dpo, .parkingDesk], revision: Int64 = 0
    ) -> SealedOfficial {
        SealedOfficial(
            id: DirectoryID(id(number)),
            nameCode: [UInt8](repeating: name ?? UInt8(number), count: 32),
            box: isRemoved ? [] : [1, 2, 3], isActive: isActive, isRemoved: isRemoved,
            roles: roles, created: Timestamp(milliseconds: 1000),
            modified: Timestamp(milliseconds: 2000), acceptedSince: Timestamp(milliseconds: 1500),
            revision: revision)
    }

    static func debt(_ number: Int) -> SealedDebt {
        SealedDebt(id: id(200 + number), box: [4, 5])
    }

    static func delegation(_ number: Int, from: Int, to: Int) -> SealedDelegation {
        SealedDelegation(
            id: DelegationID(id(100 + number)), from: DirectoryID(id(from)),
            to: DirectoryID(id(to)), role: .dpo, box: [9, 8], made: Timestamp(milliseconds: 1000),
            until: Timestamp(milliseconds: 9000), ended: nil, revision: 0)
    }
}
