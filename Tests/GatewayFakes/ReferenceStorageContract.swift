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
        Check(
            description: "of one organisation, kind, subject and name one is open at most",
            violations: twins),
        Check(
            description: "many at once open one dossier", violations: concurrent),
        Check(
            description: "what was changed meanwhile is not replaced", violations: comparesAndSets),
        Check(
            description: "what the log is owed stays until it is settled", violations: owes),
        Check(description: "pages follow each other without a gap", violations: pages),
        Check(
            description: "open dossiers are counted by organisation and kind", violations: counts),
    ]

    @Sendable
    private static func keeps(_ storage: any ReferenceStorage) async throws -> [String] {
        let records = try ReferenceSamples.records(5)
        for record in records { _ = try await storage.insert(record, unlessOpen: []) }
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
        _ = try await storage.insert(record, unlessOpen: [])
        var other = record
        other.closed = Timestamp(milliseconds: 9)
        _ = try await storage.insert(other, unlessOpen: [])
        return try await storage.record(record.id) == record ? [] : ["the second took its place"]
    }

    @Sendable
    private static func finds(_ storage: any ReferenceStorage) async throws -> [String] {
        let records = try ReferenceSamples.records(6)
        for record in records { _ = try await storage.insert(record, unlessOpen: []) }
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
        _ = try await storage.insert(record, unlessOpen: [])
        let time = Timestamp(milliseconds: 1000)
        var closed = record
        closed.closed = time
        var later = record
        later.closed = Timestamp(milliseconds: 2000)
        let absent = try ReferenceSamples.record(2)
        let answers = [
            try await storage.replace(record, by: closed, owing: nil),
            try await storage.replace(record, by: later, owing: nil),
            try await storage.replace(absent, by: absent, owing: nil),
        ]
        guard answers == [true, false, false] else { return ["the answers are \(answers)"] }
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
        for record in records.reversed() { _ = try await storage.insert(record, unlessOpen: []) }
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
        for record in records { _ = try await storage.insert(record, unlessOpen: []) }
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

    /// The same dossier, with another name of the record.
    private static func twin(of record: ReferenceRecord, _ number: UInt64) -> ReferenceRecord {
        ReferenceRecord(
            id: ReferenceID(
                UUIDv7(at: Timestamp(milliseconds: 1_795_252_442_999), random: (number, number))),
            kind: record.kind, organisation: record.organisation,
            application: record.application, purpose: record.purpose,
            authorisation: record.authorisation, from: record.from,
            until: record.until.adding(days: Int(number)), key: record.key,
            subject: record.subject, subjectToken: record.subjectToken, dossier: record.dossier,
            dossierToken: record.dossierToken)
    }

    private static func tokens(_ record: ReferenceRecord) -> Set<ReferenceTokens> {
        [
            ReferenceTokens(subject: record.subjectToken, dossier: record.dossierToken),
            ReferenceTokens(subject: 5, dossier: 5),
        ]
    }

    @Sendable
    private static func twins(_ storage: any ReferenceStorage) async throws -> [String] {
        let record = try ReferenceSamples.record(1)
        let twin = twin(of: record, 1)
        var violations: [String] = []
        if try await storage.insert(record, unlessOpen: tokens(record)) != nil {
            violations.append("the first has a twin")
        }
        if try await storage.insert(twin, unlessOpen: tokens(record)) != record {
            violations.append("the twin is not told")
        }
        if try await storage.record(twin.id) != nil { violations.append("there are two") }
        var closed = record
        closed.closed = Timestamp(milliseconds: 1000)
        _ = try await storage.replace(record, by: closed, owing: nil)
        if try await storage.insert(twin, unlessOpen: tokens(record)) != nil {
            violations.append("one that was closed is in the way")
        }
        return violations
    }

    @Sendable
    private static func concurrent(_ storage: any ReferenceStorage) async throws -> [String] {
        let record = try ReferenceSamples.record(1)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            for number in 1...20 {
                tasks.addTask {
                    _ = try await storage.insert(
                        twin(of: record, UInt64(number)), unlessOpen: tokens(record))
                }
            }
            try await tasks.waitForAll()
        }
        let open = try await storage.counts(openOn: record.from).map(\.open)
        return open == [1] ? [] : ["\(open) are open"]
    }

    @Sendable
    private static func comparesAndSets(_ storage: any ReferenceStorage) async throws -> [String] {
        let record = try ReferenceSamples.record(1)
        _ = try await storage.insert(record, unlessOpen: [])
        func until(_ days: Int) -> ReferenceRecord {
            var after = record
            after.until = record.until.adding(days: days)
            after.subjectToken = 77
            return after
        }
        let answers = [
            try await storage.replace(record, by: until(5), owing: nil),
            try await storage.replace(record, by: until(9), owing: nil),
        ]
        var violations: [String] = []
        if answers != [true, false] { violations.append("the answers are \(answers)") }
        if try await storage.record(record.id) != until(5) { violations.append("it differs") }
        let found = try await storage.records(
            of: record.organisation, with: [77], in: .subject, openOn: record.until.adding(days: 5))
        if found != [until(5)] { violations.append("it is not found by its new token") }
        return violations
    }

    @Sendable
    private static func owes(_ storage: any ReferenceStorage) async throws -> [String] {
        let record = try ReferenceSamples.record(1)
        _ = try await storage.insert(record, unlessOpen: [])
        var closed = record
        closed.closed = Timestamp(milliseconds: 1000)
        let debts = try [1, 2].map { try ReferenceSamples.owed($0, on: record) }
        _ = try await storage.replace(record, by: closed, owing: debts[0])
        _ = try await storage.replace(record, by: closed, owing: debts[1])
        var violations: [String] = []
        if try await storage.owed() != [debts[0]] { violations.append("something else is owed") }
        for debt in debts { try await storage.settle(debt.consult) }
        if try await !storage.owed().isEmpty { violations.append("it is owed for ever") }
        return violations
    }
}
