import AccessRights
import CanonicalJSON
import ConsultLog
public import Crypto
import Facts

/// The key under which the storage of rights hides who took a step and why.
///
/// Of a person it keeps a code, by which two steps of one person are known for such. The name and
/// the reason are boxed there only until the consult log has them.
public struct RightsKey: Sendable {
    private let marks: SymmetricKey
    private let boxes: SymmetricKey
    /// What the storage keeps of the secret: another one is known by it, and nothing else.
    let check: [UInt8]

    /// Derives it from a secret of at least 32 bytes (HKDF-SHA-256).
    public init(secret: SymmetricKey) {
        precondition(secret.bitCount >= 256, "the secret has at least 256 bits")
        func key(_ purpose: String) -> SymmetricKey {
            HKDF<SHA256>.deriveKey(
                inputKeyMaterial: secret, info: Array("onlyonce rights \(purpose) v1".utf8),
                outputByteCount: 32)
        }
        marks = key("actors")
        boxes = key("debts")
        check = Array(
            HMAC<SHA256>.authenticationCode(for: Array("check".utf8), using: key("check")))
    }

    /// What the rights know of somebody.
    func actor(_ orderer: RightsOrderer) -> RightsActor {
        switch orderer {
        case .official(let id): .official(mark(of: id))
        case .application(let application, of: let organisation):
            .application(organisation, application)
        case .user(let id): .user(mark(of: id))
        case .machine: .machine
        }
    }

    /// Boxes what the log is still to be told of a step. Its length tells nothing of a name.
    func seal(_ confidences: Confidences, of record: StepRecord) -> [UInt8]? {
        var object: JSONObject = [:]
        object["official"] = confidences.official.map { .string($0.text) }
        object["reason"] = confidences.reason.map { .string($0.text) }
        guard var bytes = try? JSONValue.object(object).canonicalBytes() else { return nil }
        bytes += [UInt8](repeating: 0x20, count: (128 - bytes.count % 128) % 128)
        let box = try? AES.GCM.seal(bytes, using: boxes, authenticating: Array(record.text.utf8))
        return box?.combined.map { Array($0) }
    }

    /// Lays it open; `nil` when it was boxed under another key, or for another step.
    func open(_ box: [UInt8], of record: StepRecord) -> Confidences? {
        guard let sealed = try? AES.GCM.SealedBox(combined: box),
            let bytes = try? AES.GCM.open(
                sealed, using: boxes, authenticating: Array(record.text.utf8)),
            let object = try? JSONValue(parsing: Array(bytes))
        else { return nil }
        return Confidences(
            official: object["official"]?.string.flatMap { try? OfficialID(parsing: $0) },
            reason: object["reason"]?.string.flatMap { try? StatedReason(parsing: $0) })
    }

    /// Somebody has one mark, whatever they do.
    private func mark(of official: OfficialID) -> ActorMark {
        let code = HMAC<SHA256>.authenticationCode(for: Array(official.text.utf8), using: marks)
        return ActorMark(Array(code).prefix(16))
    }
}
