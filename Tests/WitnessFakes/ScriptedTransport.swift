public import LogProofs
import Synchronization
import TransparencyLogs

/// Brings questions to witnesses in this process, over the protocol's own bytes.
public final class ScriptedTransport: WitnessTransport {
    /// What becomes of every question to one address.
    public enum Behaviour: Sendable {
        case witness(Witness)
        case fails(WitnessTransportFailure)
        case answers(WitnessReply)
        /// Answers only when the gate opens.
        case waits(AsyncStream<Void>, Witness)
    }

    private let behaviours: Mutex<[String: Behaviour]>
    private let shown = Mutex<[String: WitnessReply]>([:])
    private let asked = Mutex<[String: Int]>([:])

    /// - Parameter behaviours: by address without `/add-checkpoint`.
    public init(_ behaviours: [String: Behaviour]) { self.behaviours = Mutex(behaviours) }

    public func set(_ url: String, _ behaviour: Behaviour) {
        behaviours.withLock { $0[url] = behaviour }
    }

    /// Shows something else as what the witness at an address cosigned last.
    public func show(_ reply: WitnessReply, at url: String) {
        shown.withLock { $0[url] = reply }
    }

    /// How often an address was asked.
    public func questions(to url: String) -> Int { asked.withLock { $0[url, default: 0] } }

    public func post(
        _ body: [UInt8], to url: String
    ) async throws(WitnessTransportFailure) -> WitnessReply {
        let prefix = String(url.dropLast("/add-checkpoint".count))
        asked.withLock { $0[prefix, default: 0] += 1 }
        switch behaviours.withLock({ $0[prefix] }) {
        case nil: throw .unreachable
        case .fails(let failure): throw failure
        case .answers(let reply): return reply
        case .witness(let witness): return await Self.reply(witness, body)
        case .waits(let gate, let witness):
            for await _ in gate { break }
            return await Self.reply(witness, body)
        }
    }

    public func get(_ url: String) async throws(WitnessTransportFailure) -> WitnessReply {
        let parts = url.split(separator: "/", omittingEmptySubsequences: false)
        let prefix = parts.dropLast(2).joined(separator: "/")
        if let reply = shown.withLock({ $0[prefix] }) { return reply }
        let none = WitnessReply(status: 404, contentType: "application/problem+json", body: [])
        switch behaviours.withLock({ $0[prefix] }) {
        case nil: throw .unreachable
        case .fails(let failure): throw failure
        case .answers: return none
        case .witness(let witness), .waits(_, let witness):
            guard parts.last == "checkpoint",
                let cosigned = try? await witness.lastCosigned(
                    ofLog: String(parts.dropLast().last ?? ""))
            else { return none }
            return WitnessReply(
                status: 200, contentType: "text/plain; charset=utf-8", body: cosigned.bytes)
        }
    }

    private static func reply(_ witness: Witness, _ body: [UInt8]) async -> WitnessReply {
        guard let answer = try? await witness.addCheckpoint(body) else {
            return WitnessReply(status: 503, contentType: "application/problem+json", body: [])
        }
        switch answer {
        case .cosigned(let line):
            return WitnessReply(
                status: 200, contentType: "text/plain; charset=utf-8", body: Array(line.line.utf8))
        case .refused(let refusal): return reply(refusal)
        }
    }

    private static func reply(_ refusal: WitnessRefusal) -> WitnessReply {
        let problem = {
            WitnessReply(status: $0, contentType: "application/problem+json", body: [])
        }
        let conflict = { (size: UInt64) in
            WitnessReply(
                status: 409, contentType: "text/x.tlog.size", body: Array("\(size)\n".utf8))
        }
        switch refusal {
        case .malformed, .oldSizeTooLarge: return problem(400)
        case .unknownLog: return problem(404)
        case .notSigned: return problem(403)
        case .wrongOldSize(let latest): return conflict(latest)
        case .otherRoot(let found): return conflict(found.offered.size)
        case .inconsistent: return problem(422)
        }
    }
}
