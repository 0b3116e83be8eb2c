import ConsultLog

/// Which members the body of an entry has.
struct BodyMembers: OptionSet {
    let rawValue: UInt32

    static let application = BodyMembers(rawValue: 1 << 0)
    static let asked = BodyMembers(rawValue: 1 << 1)
    static let attributes = BodyMembers(rawValue: 1 << 2)
    static let authorisation = BodyMembers(rawValue: 1 << 3)
    static let confidential = BodyMembers(rawValue: 1 << 4)
    static let key = BodyMembers(rawValue: 1 << 5)
    static let omittedReasons = BodyMembers(rawValue: 1 << 6)
    static let operation = BodyMembers(rawValue: 1 << 7)
    static let organisation = BodyMembers(rawValue: 1 << 8)
    static let outcome = BodyMembers(rawValue: 1 << 9)
    static let purpose = BodyMembers(rawValue: 1 << 10)
    static let reasons = BodyMembers(rawValue: 1 << 11)
    static let retention = BodyMembers(rawValue: 1 << 12)
    static let role = BodyMembers(rawValue: 1 << 13)
    static let source = BodyMembers(rawValue: 1 << 14)
    static let ticket = BodyMembers(rawValue: 1 << 15)
    static let trace = BodyMembers(rawValue: 1 << 16)
    static let verification = BodyMembers(rawValue: 1 << 17)
    /// A name that the four kinds of a consult do not have.
    static let other = BodyMembers(rawValue: 1 << 31)
    private static let all = BodyMembers(rawValue: .max)

    init(rawValue: UInt32) { self.rawValue = rawValue }

    /// The member of that name.
    init(_ name: Range<Int>, in bytes: Span<UInt8>) {
        let candidates = name.count < Self.byLength.count ? Self.byLength[name.count] : []
        let match = Self.first(of: candidates, name, in: bytes)
        self = match ?? .other
    }

    private struct Candidate {
        let name: StaticString
        let member: BodyMembers
    }

    private static let byLength: [[Candidate]] = {
        let all = [
            Candidate(name: "application", member: .application),
            Candidate(name: "asked", member: .asked),
            Candidate(name: "attributes", member: .attributes),
            Candidate(name: "authorisation", member: .authorisation),
            Candidate(name: "confidential", member: .confidential),
            Candidate(name: "key", member: .key),
            Candidate(name: "omittedReasons", member: .omittedReasons),
            Candidate(name: "operation", member: .operation),
            Candidate(name: "organisation", member: .organisation),
            Candidate(name: "outcome", member: .outcome),
            Candidate(name: "purpose", member: .purpose),
            Candidate(name: "reasons", member: .reasons),
            Candidate(name: "retention", member: .retention),
            Candidate(name: "role", member: .role),
            Candidate(name: "source", member: .source),
            Candidate(name: "ticket", member: .ticket),
            Candidate(name: "trace", member: .trace),
            Candidate(name: "verification", member: .verification),
        ]
        return (0...14).map { length in all.filter { $0.name.utf8CodeUnitCount == length } }
    }()

    private static func first(
        of candidates: [Candidate], _ name: Range<Int>, in bytes: Span<UInt8>
    ) -> BodyMembers? {
        for candidate in candidates where matches(candidate.name, name, in: bytes) {
            return candidate.member
        }
        return nil
    }

    private static func matches(
        _ text: StaticString, _ name: Range<Int>, in bytes: Span<UInt8>
    ) -> Bool {
        for offset in 0..<name.count
        where unsafe text.utf8Start[offset] != bytes[name.lowerBound + offset] {
            return false
        }
        return true
    }

    /// Whether a body of this kind has exactly such members. Of the kinds that are seldom nothing is
    /// said: `Entry(parsing:)` looks at those.
    func suit(_ kind: EntryKind) -> Bool {
        let request: BodyMembers = [.application, .organisation, .purpose, .retention]
        let requestMay: BodyMembers = [
            .attributes, .confidential, .key, .trace, .verification,
        ]
        let (must, may): (BodyMembers, BodyMembers) =
            switch kind {
            case .asked:
                (request.union([.authorisation, .operation, .source]), requestMay)
            case .answered:
                ([.asked, .confidential, .key, .outcome, .retention, .role], .ticket)
            case .refused:
                (
                    request.union(.reasons),
                    requestMay.union([.authorisation, .omittedReasons, .operation, .source])
                )
            case .interrupted: ([.asked, .retention], [])
            case .audited, .keyRetired, .keyRotated, .holdChanged, .continued, .rightChanged,
                .referenceChanged, .officialChanged, .delegationChanged:
                ([], Self.all)
            }
        let isClosed = contains(.confidential) == contains(.key)
        return isClosed && isSuperset(of: must) && isSubset(of: must.union(may))
    }
}

extension BodyMembers {
    /// Whether the members of this kind are known here; of others `Entry(parsing:)` knows them.
    static func areKnown(of kind: EntryKind) -> Bool {
        switch kind {
        case .asked, .answered, .refused, .interrupted: true
        case .audited, .keyRetired, .keyRotated, .holdChanged, .continued, .rightChanged,
            .referenceChanged, .officialChanged, .delegationChanged:
            false
        }
    }
}
