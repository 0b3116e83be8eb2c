import ConsultLog
import ConsultLogFakes
import Facts
import Logging
import SQLiteStorage

@testable import onlyonce

/// The log of a folder as a gateway of long ago left it: its own writer, with a clock that stands
/// still there.
enum OldLog {
    /// Writes so many consults, each with its outcome, before any gateway has run.
    static func write(_ consults: Int, at time: Timestamp, to folder: GatewayFolder) async throws {
        let settings = try Configuration(file: folder.configuration)
        let directory = try DataDirectory(locking: settings.storage.data)
        let storage = try await Installation.storage(in: directory)
        let opening = LogOpening(
            settings.storage, now: { time }, logger: Logger(label: "onlyonce.old"))
        let log = try await opening.log(on: storage, try await opening.keys())
        let samples = try LogSamples()
        for number in 0..<consults {
            let consult = log.newConsult()
            let subject = Subject.person(try samples.person(number))
            let asked = try await log.append(samples.asked(in: consult, about: subject))
            _ = try await log.append(samples.answered(asked, in: consult))
        }
        await log.close()
    }
}
