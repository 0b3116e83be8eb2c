import CanonicalJSON
import ConsultLog
import HTTPFacade
import LogProofs

extension ReceiptDesk {
    /// The receipt that a command asks for. A user of this machine is named by number.
    func answer(consult: String?, userID: UInt32) async -> ControlReply {
        guard let consult = UUIDv7(parsing: consult ?? "") else {
            return ControlReply(status: 400, ["detail": "consult must be a UUID of version 7"])
        }
        do throws(ReceiptMakingFailure) {
            let receipt = try await receipt(
                of: ConsultID(consult),
                official: try? OfficialID(parsing: "uid:\(userID)"))
            return ControlReply(["receipt": .string(String(decoding: receipt.bytes, as: UTF8.self))]
            )
        } catch {
            let detail: JSONValue = ["detail": .string(error.description)]
            if error.isPassing { return ControlReply(status: 409, detail) }
            switch error {
            case .unknown, .retired: return ControlReply(status: 404, detail)
            case _: return ControlReply(status: 503, detail)
            }
        }
    }
}
