public import Facts
public import Gateway

/// Answers the questions of an assessment with yes, no or unknown, for one purpose of one
/// municipality.
///
/// Each question that a source can answer is a consult of its own: permitted, logged and answered,
/// or unknown with the reason. Conformers never throw and never turn silence into a no. What no
/// source publishes is unknown, and nobody is asked.
public protocol FactChecker: Sendable {
    /// Answers one question.
    func answer(_ question: FactQuestion, _ query: FactQuery) async -> Evidence<Bool>

    /// Returns the person's present household as pseudonyms made for the municipality.
    func household(
        of person: SSIN, for municipality: NISCode
    ) async -> Evidence<HouseholdPseudonyms>

    /// Returns what stands for the address, dwelling unit, enterprise or establishment of the
    /// application in the records of the municipality.
    func slot(
        _ key: QuotaKey, of application: CardApplication
    ) async -> Evidence<Pseudonym>

    /// Returns the sector in which the applicant lives, or the establishment lies.
    func sector(
        of application: CardApplication, among sectors: [Sector]
    ) async -> Evidence<SectorID>

    /// Returns the day of the application for registration in the population register.
    func registeredSince(_ person: SSIN) async -> Evidence<CalendarDate>
}
