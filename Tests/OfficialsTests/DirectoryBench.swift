import AccessRights
import ConsultLog
import ConsultLogFakes
import Crypto
import Facts
import OfficialsFakes

@testable import Officials

/// A directory in memory beside a log in memory, and a clock that goes on when it is told to.
struct DirectoryBench: Sendable {
    let clock = HandClock()
    let storage = InMemoryOfficialsStorage()
    let logStorage: InMemoryConsultLogStorage
    let log: LogBench
    let directory: OfficialDirectory
    let orderer: Orderer

    init() async throws {
        logStorage = InMemoryConsultLogStorage()
        log = try await LogBench(logStorage)
        orderer = Orderer(official: try OfficialID(parsing: "application:hr"))
        directory = Self.directory(storage, log.log, clock)
    }

    /// Another process on the same storage, with a secret made of one byte.
    static func directory(
        _ storage: InMemoryOfficialsStorage, _ log: ConsultLog, _ clock: HandClock,
        secret: UInt8 = 3
    ) -> OfficialDirectory {
        OfficialDirectory(
            storage,
            key: DirectoryKey(secret: SymmetricKey(data: [UInt8](repeating: secret, count: 32))),
            log: log, now: { clock.now }, clock: { clock.instant })
    }

    func another(secret: UInt8 = 3, log: ConsultLog? = nil) -> OfficialDirectory {
        Self.directory(storage, log ?? self.log.log, clock, secret: secret)
    }

    func enter(_ name: String, _ roles: Set<OfficialRole> = []) async throws -> Official {
        try await directory.enter(
            NewOfficial(userName: try OfficialID(parsing: name), roles: roles), for: orderer)
    }

    func standing(_ name: String) async throws -> OfficialStanding {
        try await directory.standing(of: try OfficialID(parsing: name))
    }

    /// The changes of officials in the log, in their order.
    func logged() async throws -> [OfficialChange] {
        try await log.reader.entries().compactMap { listed in
            if case .officialChanged(let changed) = listed.entry.body {
                changed.change
            } else {
                nil
            }
        }
    }

    func loans() async throws -> [DelegationChange] {
        try await log.reader.entries().compactMap { listed in
            if case .delegationChanged(let changed) = listed.entry.body {
                changed.change
            } else {
                nil
            }
        }
    }
}
