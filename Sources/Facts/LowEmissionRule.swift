/// Which vehicles a low-emission zone admits, as it stands on one day.
public struct LowEmissionRule: Hashable, Sendable {
    /// The least European emission standard; 0 admits all.
    public struct Minimum: Hashable, Sendable {
        public let diesel: Int
        public let petrol: Int

        public init(diesel: Int, petrol: Int) {
            self.diesel = diesel
            self.petrol = petrol
        }
    }

    public let categories: Set<VehicleCategory>
    public let exemptPlateKinds: Set<PlateKind>
    public let minimum: Minimum

    public init(
        categories: Set<VehicleCategory>, exemptPlateKinds: Set<PlateKind>, minimum: Minimum
    ) {
        self.categories = categories
        self.exemptPlateKinds = exemptPlateKinds
        self.minimum = minimum
    }

    /// Whether a vehicle is admitted; `nil` when what decides is not known.
    ///
    /// - Parameters:
    ///   - isDiesel: `nil` for a fuel on which the zone puts no minimum, such as hydrogen.
    ///   - euro: the emission standard of the vehicle, where the register has one.
    public func admits(
        category: VehicleCategory?, plateKind: PlateKind?, isDiesel: Bool?, euro: Int?
    ) -> Bool? {
        if let plateKind, exemptPlateKinds.contains(plateKind) { return true }
        if let category, !categories.contains(category) { return true }
        guard let isDiesel else { return true }
        let least = isDiesel ? minimum.diesel : minimum.petrol
        if least == 0 { return true }
        guard let euro else { return nil }
        if euro >= least { return true }
        return category == nil || plateKind == nil ? nil : false
    }
}
