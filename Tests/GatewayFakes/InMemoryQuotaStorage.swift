import AccessRights
public import ConsultLog
import Facts
public import Gateway

/// Counts of quotas in memory, which can be made to fail.
public actor InMemoryQuotaStorage: QuotaStorage {
    private struct Key: Hashable {
        let authorisation: AuthorisationID
        let day: CalendarDate
        let official: [UInt8]?
    }

    private var used: [Key: Int] = [:]
    private var failure: StorageFailure?

    public init() {}

    public func fail(_ failure: StorageFailure?) { self.failure = failure }

    public func reserve(_ reservation: QuotaReservation) throws(StorageFailure) -> Bool {
        if let failure { throw failure }
        let quota = reservation.quota
        let all = Key(
            authorisation: reservation.authorisation, day: reservation.day, official: nil)
        guard used[all, default: 0] < quota.perDay ?? .max else { return false }
        if let bound = quota.perOfficialPerDay {
            guard let official = reservation.official else { return false }
            let own = Key(
                authorisation: reservation.authorisation, day: reservation.day,
                official: official)
            guard used[own, default: 0] < bound else { return false }
            used[own, default: 0] += 1
        }
        used[all, default: 0] += 1
        return true
    }

    public func release(_ reservation: QuotaReservation) throws(StorageFailure) {
        if let failure { throw failure }
        var officials: [[UInt8]?] = [nil]
        if reservation.quota.perOfficialPerDay != nil, let official = reservation.official {
            officials.append(official)
        }
        for official in officials {
            let key = Key(
                authorisation: reservation.authorisation, day: reservation.day,
                official: official)
            used[key] = max(0, used[key, default: 0] - 1)
        }
    }
}
