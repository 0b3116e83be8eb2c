import CanonicalJSON
import HTTPTypes
import LogProofs
import Logging
import NIOCore
import TransparencyLogs

/// The operations of a witness's listener.
struct WitnessRoutes: Sendable {
    let witness: Witness
    let logger: Logger

    var all: [Route] {
        [
            Route(
                method: .post, path: "/add-checkpoint",
                handler: .body { body throws(Problem) in try await add(body) }),
            Route(
                method: .get, path: .log(before: "/", after: "/checkpoint"),
                handler: .open { name throws(Problem) in try await lastCosigned(ofLog: name) }),
        ]
    }

    private func lastCosigned(ofLog name: String) async throws(Problem) -> Reply {
        let cosigned: SignedCheckpoint?
        do throws(WitnessFailure) {
            cosigned = try await witness.lastCosigned(ofLog: name)
        } catch {
            throw unavailable(error)
        }
        guard let cosigned else { throw Problem(.resourceNotFound) }
        return Reply(
            contentType: "text/plain; charset=utf-8", body: ByteBuffer(bytes: cosigned.bytes),
            headers: [.cacheControl: "no-store"])
    }

    private func unavailable(_ failure: WitnessFailure) -> Problem {
        logger.error("a witness could not answer", metadata: ["failure": "\(failure)"])
        return Problem(.serviceUnavailable)
    }

    private func add(_ body: [UInt8]) async throws(Problem) -> Reply {
        let answer: WitnessAnswer
        do throws(WitnessFailure) {
            answer = try await witness.addCheckpoint(body)
        } catch {
            throw unavailable(error)
        }
        switch answer {
        case .cosigned(let line):
            return Reply(
                contentType: "text/plain; charset=utf-8", body: ByteBuffer(string: line.line))
        case .refused(let refusal): return try refused(refusal)
        }
    }

    private func refused(_ refusal: WitnessRefusal) throws(Problem) -> Reply {
        switch refusal {
        case .malformed(.malformed(let line)):
            throw Problem(.badRequest, ["detail": .string("Line \(line) of the body is malformed")])
        case .malformed(.checkpoint):
            throw Problem(.badRequest, ["detail": "What follows the proof is no checkpoint"])
        case .oldSizeTooLarge:
            throw Problem(
                .badRequest, ["detail": "The old size is larger than that of the checkpoint"])
        case .unknownLog: throw Problem(.resourceNotFound)
        case .notSigned: throw Problem(.missingPermission)
        case .wrongOldSize(let latest): return conflict(latest)
        case .otherRoot(let found):
            report(found)
            return conflict(found.offered.size)
        case .inconsistent(let found):
            report(found)
            throw Problem(.inconsistentCheckpoint)
        }
    }

    private func conflict(_ size: UInt64) -> Reply {
        Reply(
            status: .conflict, contentType: "text/x.tlog.size",
            body: ByteBuffer(string: "\(size)\n"))
    }

    /// A log signed what does not fit: whoever runs the witness must learn of it.
    private func report(_ conflict: WitnessConflict) {
        logger.warning(
            "a log signed a checkpoint that was not shown to continue the last one",
            metadata: [
                "origin": "\(conflict.offered.origin)",
                "kept": "\(conflict.kept.map { "\($0.size) \($0.root)" } ?? "none")",
                "offered": "\(conflict.offered.size) \(conflict.offered.root)",
            ])
    }
}
