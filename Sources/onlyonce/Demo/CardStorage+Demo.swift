import ConsultLog
import Facts
import Gateway
import ParkingCards

extension CardStorage {
    /// Records a card of a year for somebody of a household, unless it is there already.
    func giveCard(
        to household: HouseholdPseudonyms, for plate: Plate, in municipality: NISCode,
        on day: CalendarDate, number: UInt64
    ) async throws {
        // The same number in every run, so that a second demo finds the card and adds none.
        let id = CardID(UUIDv7(at: Timestamp(milliseconds: 0), random: (number, number)))
        guard
            let validity = ValidityPeriod(
                from: day, until: day.adding(months: 12).adding(days: -1))
        else { throw UsageError("a year has a last day") }
        let card = Card(
            id: id, municipality: municipality, type: .resident, holder: household.holder,
            plate: plate, validity: validity)
        _ = try await record(card, within: CardQuota(of: 2, together: household.members))
    }
}
