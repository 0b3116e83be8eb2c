/// Which vehicles the low-emission zone admits, as it stands on one day.
public struct LowEmissionRule: Hashable, Sendable {
    /// The least European emission standard; 0 admits all.
    public struct Minimum: Hashable, Sendable {
        public let diesel: Int
        public let petrol: Int
    }

    public let categories: Set<VehicleCategory>
    public let exemptPlateKinds: Set<PlateKind>
    public let minimum: Minimum

    /// Whether a vehicle is admitted; unknown when what decides is not known.
    ///
    /// - Parameters:
    ///   - isDiesel: `nil` for a fuel on which the zone puts no minimum, such as electricity.
    ///   - euro: the emission standard of the vehicle, where the register has one.
    public func admits(
        category: VehicleCategory?, plateKind: PlateKind?, isDiesel: Bool?, euro: Int?
    ) -> Truth {
        if let plateKind, exemptPlateKinds.contains(plateKind) { return .yes }
        if let category, !categories.contains(category) { return .yes }
        guard let isDiesel else { return .yes }
        let least = isDiesel ? minimum.diesel : minimum.petrol
        if least == 0 { return .yes }
        guard let euro else { return .unknown }
        if euro >= least { return .yes }
        return category == nil || plateKind == nil ? .unknown : .no
    }
}
