import AccessRights
import ConsultLog
import Facts
public import Gateway

/// What every storage of the repertory promises, as checks that any of them can be put through.
/// Each returns what it found broken.
public struct ReferenceStorageContract: Sendable {
    /// One promise.
    public struct Check: Sendable, CustomStringConvertible {
        public let description: String
        /// Puts a new, empty storage to the test.
        public let violations: @Sendable (any ReferenceStorage) async throws -> [String]
    }

    public static let checks: [Check] = [
        Check(description: "what was inserted is there, as it was", violations: keeps),
        Check(description: "of two with one name the first stays", violations: firstStays),
        Check(description: "a dossier is found by its tokens while it is open", violations: finds),
        Check(
            description: "a closed dossier stays closed, since the first time", violations: closes),
        Check(description: "pages follow each other without a gap", violations: pages),
        Check(
            description: "open dossiers are counted by organisation and kind", violations: counts),
    ]

    @Sendable
    private static func keeps(_ storage: any ReferenceStorage) async throws -> [String] {
        let records = try ReferenceSamples.records(5)
        for record in records { try await storage.insert(record) }
        var violations: [String] = []
        for record in records where try await storage.record(record.id) != record {
            violations.append("a record differs")
        }
        let absent = try ReferenceSamples.record(77)
        if try await storage.record(absent.id) != nil { violations.append("nobody inserted it") }
        return violations
    }

    @Sendable
    private static func firstStays(_ storage: any ReferenceStorage) async throws -> [String] {
        let record = try ReferenceSamples.record(1)
        try await storage.insert(record)
        var other = record
        other.closed = Timestamp(milliseconds: 9)
        try await storage.insert(other)
        return try await storage.record(record.id) == record ? [] : ["the second took its place"]
    }

    @Sendable
    private static func finds(_ storage: any ReferenceStorage) async throws -> [String] {
        let records = try ReferenceSamples.records(6)
        for record in records { try await storage.insert(record) }
        var violations: [String] = []
        for record in records {
            let days = [
                (record.from.adding(days: -1), false), (record.from, true), (record.until, true),
                (record.until.adding(days: 1), false),
            ]
            for (day, isOpen) in days {
                for field in ReferenceField.allCases {
                    let token =
                        field == .subject ? record.subjectToken : record.dossierToken
                    let found = try await storage.records(
                        of: record.organisation, with: [token, 5], in: field, openOn: day)
                    let expected = records.filter {
                        $0.organisation == record.organisation && $0.isOpen(on: day)
                            && (field == .subject ? $0.subjectToken : $0.dossierToken) == token
                    }
                    if found != expected { violations.append("found by \(field) differs") }
                    if found.contains(record) != isOpen { violations.append("open differs") }
                }
            }
            let keys = try await storage.keys(of: record.organisation, openOn: record.from)
            if !keys.contains(record.key) { violations.append("its key is not named") }
        }
        let stranger = try EnterpriseNumber(base: 7)
        if try await !storage.keys(of: stranger, openOn: records[0].from).isEmpty {
            violations.append("a stranger has keys")
        }
        return violations
    }

    @Sendable
    private static func closes(_ storage: any ReferenceStorage) async throws -> [String] {
        let record = try ReferenceSamples.record(1)
        try await storage.insert(record)
        let time = Timestamp(milliseconds: 1000)
        try await storage.close(record.id, at: time)
        try await storage.close(record.id, at: Timestamp(milliseconds: 2000))
        try await storage.close(try ReferenceSamples.record(2).id, at: time)
        var violations: [String] = []
        if try await storage.record(record.id)?.closed != time {
            violations.append("the time is not the first")
        }
        let found = try await storage.records(
            of: record.organisation, with: [record.subjectToken], in: .subject,
            openOn: record.from)
        if !found.isEmpty { violations.append("it is found all the same") }
        if try await !storage.counts(openOn: record.from).isEmpty {
            violations.append("it is counted all the same")
        }
        return violations
    }

    @Sendable
    private static func pages(_ storage: any ReferenceStorage) async throws -> [String] {
        let records = try ReferenceSamples.records(7)
        for record in records.reversed() { try await storage.insert(record) }
        var collected: [ReferenceRecord] = []
        var last: ReferenceID?
        while true {
            let page = try await storage.records(openOn: records[0].from, after: last, limit: 3)
            guard let end = page.last else { break }
            if page.count > 3 { return ["a page is longer than asked"] }
            collected += page
            last = end.id
        }
        return collected == records ? [] : ["the pages are not the whole"]
    }

    @Sendable
    private static func counts(_ storage: any ReferenceStorage) async throws -> [String] {
        let records = try ReferenceSamples.records(6)
        for record in records { try await storage.insert(record) }
        let counts = try await storage.counts(openOn: records[0].from)
        let groups = Set(records.map { [$0.organisation.digits, $0.kind.text] })
        var violations: [String] = []
        if counts.map(\.open).reduce(0, +) != records.count { violations.append("the sum differs") }
        if counts.map({ [$0.organisation.digits, $0.kind.text] })
            != groups.sorted(by: { $0.lexicographicallyPrecedes($1) })
        {
            violations.append("the groups differ")
        }
        if try await !storage.counts(openOn: records[0].until.adding(days: 1)).isEmpty {
            violations.append("what has ended is counted")
        }
        return violations
    }
}
