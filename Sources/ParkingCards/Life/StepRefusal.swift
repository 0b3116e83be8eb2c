public import Facts

/// Why a step cannot be taken. Nothing has changed.
public enum StepRefusal: Error, Hashable, Sendable {
    /// The card is not in a state from which the step leads on.
    case wrongState(CardState.Name)
    /// Whoever overrides a second time is another official than the first.
    case secondOfficialNeeded
    /// No other amount is due.
    case wrongAmount(due: Euros)
    /// Something is still to be paid.
    case notPaid(due: Euros)
    /// A card is renewed from that day to that day.
    case outsideRenewalWindow(ValidityPeriod)
    /// A renewal of the card is open or was granted.
    case alreadyRenewed
    /// The vehicle is the one that the card has.
    case samePlate
    /// The municipality's register has a card for the vehicle.
    case plateHasCard
    /// The maximum is reached, which nobody overrides.
    case quotaFull
    /// Earlier applications that are not decided hold the places.
    case placeHeld
    /// The assessment of the change found something against it.
    case notEntitled(reasons: [String])
    /// Not everything is known that the change needs.
    case notEstablished(reasons: [String])
    /// The holder has time until then.
    case warningNotOver(until: CalendarDate)
    /// Nothing proves that the holder was warned.
    case warningNotDelivered
    /// The card gives no visits.
    case noAllowance
    case allowanceExhausted(left: Int)
    case unknownNotice
    case alreadyDelivered
    /// The day lies ahead, or before what it follows.
    case wrongDay

    /// The word for it, in the API.
    public var code: String {
        switch self {
        case .wrongState: "wrongState"
        case .secondOfficialNeeded: "secondOfficialNeeded"
        case .wrongAmount: "wrongAmount"
        case .notPaid: "notPaid"
        case .outsideRenewalWindow: "outsideRenewalWindow"
        case .alreadyRenewed: "alreadyRenewed"
        case .samePlate: "samePlate"
        case .plateHasCard: "plateHasCard"
        case .quotaFull: "quotaFull"
        case .placeHeld: "placeHeld"
        case .notEntitled: "notEntitled"
        case .notEstablished: "notEstablished"
        case .warningNotOver: "warningNotOver"
        case .warningNotDelivered: "warningNotDelivered"
        case .noAllowance: "noAllowance"
        case .allowanceExhausted: "allowanceExhausted"
        case .unknownNotice: "unknownNotice"
        case .alreadyDelivered: "alreadyDelivered"
        case .wrongDay: "wrongDay"
        }
    }
}
