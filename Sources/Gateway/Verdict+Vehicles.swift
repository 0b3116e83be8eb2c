import Facts

/// What follows from a registration with the DIV.
extension Verdict {
    /// Whether the registration stands. Of the states only one is published, so any other leaves
    /// the question open.
    static func isRegistered(_ vehicle: VehicleRegistration) -> Verdict {
        switch vehicle.status {
        case .registered: .yes
        case .unpublished: .unknown(.notPublished)
        case nil: .unknown(.inconclusive)
        }
    }

    /// Whether the registration is suspended. No code is published that says so, only the one that
    /// says that it is not.
    static func isSuspended(_ vehicle: VehicleRegistration) -> Verdict {
        switch vehicle.status {
        case .registered: .no
        case .unpublished: .unknown(.notPublished)
        case nil: .unknown(.inconclusive)
        }
    }

    /// Whether the vehicle is registered in the party's name. Somebody else's name is a no under any
    /// status; the party's own is a yes only while the registration is known to stand.
    static func isHeld(_ vehicle: VehicleRegistration, by party: Verification.Party) -> Verdict {
        let isNamed = isNamed(vehicle.holder, party)
        return isNamed == .yes ? isRegistered(vehicle) : isNamed
    }

    private static func isNamed(
        _ holder: VehicleHolder?, _ party: Verification.Party
    ) -> Verdict {
        switch (holder, party) {
        case (.person(let holder), .person(let asked)): Verdict(holder == asked)
        case (.enterprise(let holder), .enterprise(let asked)): Verdict(holder == asked)
        case (.person, .enterprise), (.enterprise, .person): .no
        case (.other(let key), .person(let asked)): Verdict(key == asked.digits)
        case (.other(let key), .enterprise(let asked)): Verdict(key == asked.digits)
        case (.unnamed, _), (nil, _): .unknown(.inconclusive)
        }
    }

    /// Whether the vehicle is of one of the categories and no heavier than `maximumMass`.
    static func isWithin(
        _ vehicle: VehicleRegistration, categories: Set<String>, maximumMass: Int?
    ) -> Verdict {
        guard let category = vehicle.category else { return .unknown(.inconclusive) }
        guard categories.contains(category.code) else { return .no }
        guard let maximumMass else { return .yes }
        guard let mass = vehicle.maximumMass else { return .unknown(.inconclusive) }
        return Verdict(mass <= maximumMass)
    }
}

/// What follows from a row of the Crossroads Bank for Enterprises.
extension Verdict {
    static func isActive(_ enterprise: Enterprise) -> Verdict {
        switch enterprise.status {
        case .active: .yes
        case .other: .no
        case nil: .unknown(.inconclusive)
        }
    }
}
