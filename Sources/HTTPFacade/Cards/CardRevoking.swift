import AccessRights
import CanonicalJSON
import ParkingCards

/// Why a card is revoked, and for which purpose the register is asked whether its holder died.
struct CardRevoking: Sendable {
    let reason: CardReason?
    let purpose: PurposeID?

    init(_ reader: inout JSONReader) {
        reason = reader.optionalCardReason()
        purpose = reader.optionalString("purpose", expected: FieldRule.purpose.rawValue) {
            try PurposeID(parsing: $0)
        }
    }
}
