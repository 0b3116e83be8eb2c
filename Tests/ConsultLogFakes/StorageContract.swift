public import ConsultLog

/// What every storage of a consult log promises, as checks that any of them can be put through.
/// Each returns what it found broken.
public struct StorageContract: Sendable {
    /// One promise.
    public struct Check: Sendable, CustomStringConvertible {
        public let description: String
        /// Puts a new, empty storage to the test.
        public let violations: @Sendable (any ConsultLogStorage) async throws -> [String]
    }

    public static let checks: [Check] = [
        Check(description: "epochs grow", violations: epochsGrow),
        Check(description: "what was appended is there, in order", violations: keepsOrder),
        Check(description: "pages follow each other without a gap", violations: pages),
        Check(description: "entries are read by position and by name", violations: readsSome),
        Check(description: "a batch is stored whole or not at all", violations: isAtomic),
        Check(description: "an outcome closes its intent", violations: closesIntents),
        Check(description: "a closed storage takes nothing", violations: refusesWhenClosed),
    ]

    @Sendable
    private static func epochsGrow(_ storage: any ConsultLogStorage) async throws -> [String] {
        let first = try await storage.beginEpoch()
        let second = try await storage.beginEpoch()
        return first < second ? [] : ["the second epoch is not larger than the first"]
    }

    @Sendable
    private static func keepsOrder(_ storage: any ConsultLogStorage) async throws -> [String] {
        let records = try await records(10)
        try await storage.append(Array(records[..<6]))
        try await storage.append(Array(records[6...]))
        var violations: [String] = []
        let all = try await storage.page(after: nil, limit: 100)
        if all.map(\.bytes) != records.map(\.bytes) { violations.append("bytes or order differ") }
        for record in records {
            if try await !storage.contains(record.id, of: record.consult) {
                violations.append("an appended entry is not there")
            }
            let ofConsult = try await storage.entries(of: record.consult).map(\.bytes)
            let expected = records.filter { $0.consult == record.consult }.map(\.bytes)
            if ofConsult != expected { violations.append("the entries of a consult differ") }
        }
        let absent = try await Self.records(1, seed: 99)
        for record in absent where try await storage.contains(record.id, of: record.consult) {
            violations.append("an entry is there that nobody appended")
        }
        return violations
    }

    @Sendable
    private static func pages(_ storage: any ConsultLogStorage) async throws -> [String] {
        let records = try await records(10)
        try await storage.append(records)
        var collected: [[UInt8]] = []
        var position: LogPosition?
        while true {
            let page = try await storage.page(after: position, limit: 3)
            guard let last = page.last else { break }
            if page.count > 3 { return ["a page is longer than asked"] }
            collected += page.map(\.bytes)
            position = last.position
        }
        return collected == records.map(\.bytes) ? [] : ["the pages are not the whole"]
    }

    @Sendable
    private static func readsSome(_ storage: any ConsultLogStorage) async throws -> [String] {
        let records = try await records(10)
        try await storage.append(records)
        var violations: [String] = []
        let positions = [7, 2, 11, 10, 0].map { LogPosition($0) }
        let found = try await storage.entries(at: positions)
        if found.map(\.bytes) != [6, 1, 9].map({ records[$0].bytes })
            || found.map(\.position.number) != [7, 2, 10]
        {
            violations.append("what stands at some positions differs")
        }
        var names = [records[8], records[3]].map { EntryName($0.id, of: $0.consult) }
        names.insert(EntryName(records[0].id, of: records[9].consult), at: 1)
        let named = try await storage.entries(named: names)
        if named.map(\.bytes) != [8, 3].map({ records[$0].bytes }) {
            violations.append("what has some names differs")
        }
        let all = try await storage.entries(at: []) + storage.entries(named: [])
        if !all.isEmpty { violations.append("nothing was asked for, and something came") }
        return violations
    }

    @Sendable
    private static func isAtomic(_ storage: any ConsultLogStorage) async throws -> [String] {
        let records = try await records(4)
        try await storage.append([records[2]])
        var violations: [String] = []
        do {
            try await storage.append(records)
            violations.append("an entry was stored twice")
        } catch {
            if try await storage.page(after: nil, limit: 10).count != 1 {
                violations.append("a part of a failed batch was stored")
            }
            let epoch = WriterEpoch(.max)
            let open = try await storage.unfinished(before: epoch, limit: 10)
            if open.contains(where: { $0.bytes == records[0].bytes }) {
                violations.append("an intent of a failed batch is unfinished")
            }
        }
        return violations
    }

    @Sendable
    private static func closesIntents(_ storage: any ConsultLogStorage) async throws -> [String] {
        let records = try await records(6)
        let asked = records.filter { $0.effect == .opens }
        let outcomes = records.filter { if case .closes = $0.effect { true } else { false } }
        guard asked.count == 3, outcomes.count == 3 else {
            return ["the samples are not what the check needs"]
        }
        var violations: [String] = []
        let epoch = try await storage.beginEpoch()
        try await storage.append(asked)
        if try await !storage.unfinished(before: epoch, limit: 10).isEmpty {
            violations.append("the intents of this epoch count as left over")
        }
        let later = try await storage.beginEpoch()
        let open = try await storage.unfinished(before: later, limit: 10)
        if open.map(\.bytes) != asked.map(\.bytes) { violations.append("an intent was not kept") }
        if try await storage.unfinished(before: later, limit: 2).count != 2 {
            violations.append("the limit was not kept")
        }
        try await storage.append([outcomes[0]])
        try await storage.append([outcomes[1]])
        let rest = try await storage.unfinished(before: later, limit: 10)
        if rest.map(\.bytes) != [asked[2].bytes] {
            violations.append("an outcome did not close its intent, or another")
        }
        return violations
    }

    @Sendable
    private static func refusesWhenClosed(
        _ storage: any ConsultLogStorage
    ) async throws -> [String] {
        let records = try await records(1)
        await storage.close()
        do throws(StorageFailure) {
            try await storage.append(records)
            return ["a closed storage took an entry"]
        } catch {
            return error == .notWritten(.closed) ? [] : ["closed, but it says \(error)"]
        }
    }

    /// Entries of consults that each ask and get an answer.
    private static func records(_ count: Int, seed: UInt64 = 1) async throws -> [EntryRecord] {
        let bench = try await LogBench(InMemoryConsultLogStorage(), seed: seed)
        let samples = try LogSamples()
        for number in 0..<(count + 1) / 2 {
            let consult = bench.log.newConsult()
            let asked = try await bench.log.append(
                samples.asked(in: consult, about: .person(try samples.person(number))))
            _ = try await bench.log.append(samples.answered(asked, in: consult))
        }
        let entries = try await bench.reader.entries(limit: count).map(\.entry)
        return entries.map(EntryRecord.init)
    }
}
