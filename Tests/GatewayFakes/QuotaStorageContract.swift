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
}
