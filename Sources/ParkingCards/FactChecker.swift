public import Facts
public import Gateway

/// Answers the questions of an assessment with yes, no or unknown, for one purpose of one
/// municipality.
///
/// Each question is a consult of its own: permitted, logged and answered, or unknown with the
/// reason. Conformers never throw and never turn silence into a no.
public protocol FactChecker: Sendable {
    /// Whether no death is recorded.
    func isAlive(_ person: SSIN) async -> Evidence<Bool>

    /// Whether the main residence is in the municipality.
    func isResident(_ person: SSIN, of municipality: NISCode) async -> Evidence<Bool>

    /// Returns the person's present household as pseudonyms made for the municipality.
    func household(
        of person: SSIN, for municipality: NISCode
    ) async -> Evidence<HouseholdPseudonyms>

    /// Whether the plate is registered and nothing suspends it.
    func isRegistered(_ plate: Plate) async -> Evidence<Bool>

    /// Whether the vehicle is registered in the name of the holder.
    func isRegistered(_ plate: Plate, inNameOf holder: VehicleHolder) async -> Evidence<Bool>

    /// Whether the vehicle is of one of the categories and not heavier than so many kilograms.
    func isWithin(
        _ plate: Plate, categories: Set<VehicleCategory>, maximumMass: Int
    ) async -> Evidence<Bool>

    /// Whether the person may drive vehicles of the category, without the ground when not.
    func mayDrive(_ person: SSIN, _ category: LicenceCategory) async -> Evidence<Bool>
}
