import ConsultLog
import Facts
import Gateway
import ParkingCards

extension CardStorage {
    /// Records a card of a year for somebody of a household, unless the plate has a live one: a
    /// second demo in the same data folder adds none, and one that comes after a year renews them.
    func giveCard(
        to household: HouseholdPseudonyms, for plate: Plate, in municipality: NISCode,
        on day: CalendarDate, number: UInt64
    ) async throws {
        guard try await isFree(plate, in: municipality, on: day) else { return }
        let morning = Timestamp(milliseconds: Int64(day.daysSinceEpoch) * 86_400_000)
        let id = CardID(UUIDv7(at: morning, random: (number, number)))
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
