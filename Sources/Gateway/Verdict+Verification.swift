import Facts

/// Which verdict answers which verification. One about another kind of subject answers nothing.
extension Verdict {
    static func on(
        _ verification: Verification, about person: Person, on today: CalendarDate
    ) -> Verdict {
        switch verification {
        case .isAlive: isAlive(person)
        case .isAdult(_, let age): isAdult(person, age: age, on: today)
        case .isResidentOf(_, let municipality): isResident(person, of: municipality)
        case .isInscribedIn(_, let municipality, let registers):
            isResident(person, of: municipality).and(isInscribed(person, in: registers))
        case .livesAt(_, let address): livesAt(address, person)
        case .livesIn(_, let area, let municipality, let registers):
            lives(person, in: area, of: municipality).and(isInscribed(person, in: registers))
        case .hasPendingMove: Verdict(person.addressChangePending)
        case .addressMayBeShown: Verdict(person.addressProtected.map { !$0 })
        case .hasSharedCustody:
            person.sharedHosting == true ? .yes : .unknown(.nothingRegistered)
        case .sharesHouseholdWith, .vehicleIsRegistered, .vehicleIsSuspended, .vehicleIsHeldBy,
            .vehicleIsWithin, .vehicleIsOfCategory, .vehicleIsNoHeavier, .vehicleIsNoLonger,
            .vehicleIsNoHigher, .plateIsOfKind, .vehicleMeetsLowEmission, .holdsDrivingLicence,
            .mayDrive, .enterpriseIsActive, .establishmentIsAt, .establishmentIsIn,
            .performsActivity, .holdsFunctionIn:
            .unknown(.inconclusive)
        }
    }

    static func on(_ verification: Verification, about vehicle: VehicleRegistration) -> Verdict {
        switch verification {
        case .vehicleIsRegistered: isRegistered(vehicle)
        case .vehicleIsSuspended: isSuspended(vehicle)
        case .vehicleIsHeldBy(_, let party): isHeld(vehicle, by: party)
        case .vehicleIsWithin(_, let categories, let maximumMass):
            isWithin(vehicle, categories: categories, maximumMass: maximumMass)
        case .vehicleIsOfCategory(_, let categories):
            isWithin(vehicle, categories: Set(categories.map(\.rawValue)), maximumMass: nil)
        case .vehicleIsNoHeavier(_, let mass): Verdict(vehicle.maximumMass.map { $0 <= mass })
        // The register measures in millimetres.
        case .vehicleIsNoLonger(_, let length): Verdict(vehicle.length.map { $0 <= length * 10 })
        case .vehicleIsNoHigher(_, let height): Verdict(vehicle.height.map { $0 <= height * 10 })
        case .plateIsOfKind(_, let rule): isOfKind(vehicle, rule)
        case .vehicleMeetsLowEmission(_, let rule): meets(rule, vehicle)
        case .isAlive, .isAdult, .isResidentOf, .isInscribedIn, .livesAt, .livesIn,
            .hasPendingMove, .addressMayBeShown, .hasSharedCustody, .sharesHouseholdWith,
            .holdsDrivingLicence, .mayDrive, .enterpriseIsActive, .establishmentIsAt,
            .establishmentIsIn, .performsActivity, .holdsFunctionIn:
            .unknown(.inconclusive)
        }
    }

    static func on(_ verification: Verification, about enterprise: Enterprise) -> Verdict {
        switch verification {
        case .enterpriseIsActive: isActive(enterprise)
        case .establishmentIsAt(_, let place): isEstablished(enterprise, at: place)
        case .establishmentIsIn(_, let unit, let area):
            isEstablished(enterprise, unit, in: area)
        case .performsActivity(_, let unit, let codes): performs(enterprise, unit, codes)
        case .isAlive, .isAdult, .isResidentOf, .isInscribedIn, .livesAt, .livesIn,
            .hasPendingMove, .addressMayBeShown, .hasSharedCustody, .sharesHouseholdWith,
            .vehicleIsRegistered, .vehicleIsSuspended, .vehicleIsHeldBy, .vehicleIsWithin,
            .vehicleIsOfCategory, .vehicleIsNoHeavier, .vehicleIsNoLonger, .vehicleIsNoHigher,
            .plateIsOfKind, .vehicleMeetsLowEmission, .holdsDrivingLicence, .mayDrive,
            .holdsFunctionIn:
            .unknown(.inconclusive)
        }
    }
}
