import AccessRights
import Facts
public import Gateway

/// What every storage of quotas promises, as checks that any of them can be put through. Each
/// returns what it found broken.
public struct QuotaStorageContract: Sendable {
    /// One promise.
    public struct Check: Sendable, CustomStringConvertible {
        public let description: String
        /// Puts a new, empty storage to the test.
        public let violations: @Sendable (any QuotaStorage) async throws -> [String]
    }

    public static let checks: [Check] = [
        Check(description: "no more than the bound of a day", violations: perDay),
        Check(description: "no more than the bound of an official", violations: perOfficial),
        Check(description: "who is refused is not counted", violations: refusedIsFree),
        Check(description: "many at once get no more than the bound", violations: concurrent),
        Check(description: "what is given back can be used again", violations: released),
        Check(
            description: "many at once that give back leave what the others use",
            violations: concurrentRelease),
    ]

    private static func reservation(
        _ quota: Quota, official: UInt8? = nil, right: String = "right", day: String = "2026-11-21"
    ) throws -> QuotaReservation {
        QuotaReservation(
            authorisation: try AuthorisationID(parsing: right),
            day: try CalendarDate(parsing: day),
            official: official.map { [UInt8](repeating: $0, count: 32) }, quota: quota)
    }

    @Sendable
    private static func perDay(_ storage: any QuotaStorage) async throws -> [String] {
        let quota = Quota(perDay: 2, perOfficialPerDay: nil)
        var answers: [Bool] = []
        for official in [nil, 1, 2] as [UInt8?] {
            answers.append(try await storage.reserve(reservation(quota, official: official)))
        }
        answers.append(try await storage.reserve(reservation(quota, right: "other")))
        answers.append(try await storage.reserve(reservation(quota, day: "2026-11-22")))
        return answers == [true, true, false, true, true] ? [] : ["the answers are \(answers)"]
    }

    @Sendable
    private static func perOfficial(_ storage: any QuotaStorage) async throws -> [String] {
        let quota = Quota(perDay: 3, perOfficialPerDay: 2)
        var answers: [Bool] = []
        for official in [1, 1, 1, 2, 2, nil] as [UInt8?] {
            answers.append(try await storage.reserve(reservation(quota, official: official)))
        }
        return answers == [true, true, false, true, false, false]
            ? [] : ["the answers are \(answers)"]
    }

    @Sendable
    private static func refusedIsFree(_ storage: any QuotaStorage) async throws -> [String] {
        let quota = Quota(perDay: 2, perOfficialPerDay: 1)
        for _ in 0..<5 { _ = try await storage.reserve(reservation(quota, official: 1)) }
        return try await storage.reserve(reservation(quota, official: 2))
            ? [] : ["a refusal was counted"]
    }

    @Sendable
    private static func concurrent(_ storage: any QuotaStorage) async throws -> [String] {
        let reservation = try reservation(Quota(perDay: 7, perOfficialPerDay: nil))
        let given = try await withThrowingTaskGroup(of: Bool.self) { tasks in
            for _ in 0..<40 { tasks.addTask { try await storage.reserve(reservation) } }
            return try await tasks.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        return given == 7 ? [] : ["\(given) were given"]
    }

    @Sendable
    private static func released(_ storage: any QuotaStorage) async throws -> [String] {
        let quota = Quota(perDay: 2, perOfficialPerDay: 1)
        let (one, two) = (
            try reservation(quota, official: 1), try reservation(quota, official: 2)
        )
        // Of what was never counted nothing comes back.
        try await storage.release(one)
        var answers: [Bool] = []
        for next in [one, one, two] { answers.append(try await storage.reserve(next)) }
        try await storage.release(one)
        for next in [one, one, two] { answers.append(try await storage.reserve(next)) }
        return answers == [true, false, true, true, false, false]
            ? [] : ["the answers are \(answers)"]
    }

    @Sendable
    private static func concurrentRelease(_ storage: any QuotaStorage) async throws -> [String] {
        let reservation = try reservation(Quota(perDay: 7, perOfficialPerDay: nil))
        let kept = try await withThrowingTaskGroup(of: Int.self) { tasks in
            for number in 0..<60 {
                tasks.addTask {
                    guard try await storage.reserve(reservation) else { return 0 }
                    guard number.isMultiple(of: 2) else { return 1 }
                    try await storage.release(reservation)
                    return 0
                }
            }
            return try await tasks.reduce(0, +)
        }
        var more = 0
        while try await storage.reserve(reservation) { more += 1 }
        return kept <= 7 && kept + more == 7 ? [] : ["\(kept) and \(more) were given"]
    }
}
