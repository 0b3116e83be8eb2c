public import Facts

extension Population {
    /// The vehicle that carries this plate.
    public func vehicle(_ plate: Plate) -> SyntheticVehicle? {
        SyntheticNumbers.vehicleIndex(of: plate).flatMap(vehicle(at:))
    }

    /// The vehicle with this index, `nil` from ``vehicleCount`` on.
    public func vehicle(at index: Int) -> SyntheticVehicle? {
        guard (0..<vehicleCount).contains(index), let plate = SyntheticNumbers.plate(at: index)
        else { return nil }
        let household = Self.household(of: index, in: firstVehicle)
        let plan = planner.plan(at: household)
        let vehicle = plan.vehicles[index - Int(firstVehicle[household])]
        guard let holder = holder(of: vehicle, household: household) else { return nil }
        return SyntheticVehicle(
            plate: plate, plan: vehicle, holder: holder, index: index,
            language: index % 3 == 0 ? .nl : .fr)
    }

    /// The vehicles registered in the name of a person.
    public func vehicles(of ssin: SSIN) -> [SyntheticVehicle] {
        guard let person = indices[ssin] else { return [] }
        let household = Self.household(of: Int(person), in: firstPerson)
        return (Int(firstVehicle[household])..<Int(firstVehicle[household + 1]))
            .compactMap(vehicle(at:)).filter { $0.holder == .person(ssin) }
    }

    /// The vehicles registered in the name of an enterprise: a walk through all of them.
    public func vehicles(of number: EnterpriseNumber) -> [SyntheticVehicle] {
        (0..<vehicleCount).compactMap(vehicle(at:)).filter { vehicle in
            if case .enterprise(let enterprise) = vehicle.holder {
                enterprise.number == number
            } else {
                false
            }
        }
    }

    private func holder(of vehicle: VehiclePlan, household: Int) -> SyntheticHolder? {
        switch vehicle.holder {
        case .member(let offset): .person(numbers[Int(firstPerson[household]) + offset])
        case .enterprise(let index): enterprise(at: index).map { .enterprise($0) }
        }
    }
}

extension SyntheticVehicle {
    private static let colours = [
        CodedValue(code: "1", label: "Wit"), CodedValue(code: "3", label: "Oranje"),
        CodedValue(code: "4", label: "Rood"), CodedValue(code: "6", label: "Blauw"),
        CodedValue(code: "7", label: "Groen"), CodedValue(code: "8", label: "Grijs"),
    ]
    private static let fuels = [
        CodedValue(code: "10", label: "Benzine"), CodedValue(code: "20", label: "Diesel"),
        CodedValue(code: "30", label: "LPG"), CodedValue(code: "50", label: "Waterstof"),
    ]
    /// No maker has these names.
    private static let models = [
        ("FICTA", "UNA"), ("FICTA", "DUE"), ("PROBATUS", "LIMEN"), ("NEMO", "NAUTILUS"),
        ("ROSSINANTE", "MANCHA"), ("PROBATUS", "ITER"),
    ]

    init(
        plate: Plate, plan: VehiclePlan, holder: SyntheticHolder, index: Int, language: Language
    ) {
        let model = Self.models[index % Self.models.count]
        let isMeasured = index % 3 == 2
        let first = plan.wasHandedOn ? plan.since.adding(days: -700) : plan.since
        self.init(
            plate: plate, holder: holder, status: plan.status, category: plan.category,
            maximumMass: plan.maximumMass, length: isMeasured ? 3600 + index % 20 * 100 : nil,
            height: isMeasured ? 1400 + index % 7 * 100 : nil, plateType: Self.plateType(index),
            make: model.0, model: model.1,
            colour: Self.colours[index % Self.colours.count],
            fuel: Self.fuels[index % Self.fuels.count], euroNorm: index % 4 == 0 ? "5" : "6d",
            firstRegistered: first, since: plan.since, wasHandedOn: plan.wasHandedOn,
            identificationNumber: VehicleIdentificationNumber(
                "SYN0000" + SyntheticNumbers.padded(index, to: 10)),
            language: language)
    }

    /// Most plates are ordinary, and all of the cast's; some are of diplomats, and some of a type
    /// that no published list explains.
    private static func plateType(_ index: Int) -> CodedValue {
        guard index >= 100 else { return CodedValue(code: "NM", label: "Normaal") }
        switch index % 50 {
        case 7: return CodedValue(code: "CD", label: "Diplomatiek")
        case 13: return CodedValue(code: "S1", label: "simulated, no published code")
        default: return CodedValue(code: "NM", label: "Normaal")
        }
    }
}
