/// The rules for a type of card as they stand on one day.
struct CardTerms {
    let rules: CardRules
    let maximum: Int
    let tariff: Tariff
}
