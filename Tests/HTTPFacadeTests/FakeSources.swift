import ConsultLog
import Facts
import Gateway
import Synchronization

/// Sources in memory: what they answer depends on who is asked about.
final class FakeSources: NationalRegister, DrivingLicenceRegister, VehicleRegister,
    EnterpriseRegister
{
    private let asked = Mutex(0)

    /// How often any source was asked.
    var questions: Int { asked.withLock { $0 } }

    var sources: Sources {
        Sources(
            nationalRegister: self, drivingLicences: self, vehicles: self, enterprises: self,
            deadline: .seconds(1))
    }

    func person(
        _ ssin: SSIN, _ attributes: Set<AttributeID>, using capability: consuming ConsultCapability
    ) async throws(SourceFailure) -> SourceReply<Person> {
        asked.withLock { $0 += 1 }
        switch ssin.digits {
        case SampleSubjects.silent: throw .unavailable(.tooLate)
        case SampleSubjects.resident:
            var person = Person(ssin: ssin)
            person.name = PersonName(lastName: "Voorbeeld", firstNames: ["Anna", "Maria"])
            person.addressProtected = false
            person.managingMunicipality = .municipality(
                NISCode(.schaerbeek), since: .yearMonth(2014, month: 3))
            person.mainResidence = Residence(
                address: Address(
                    street: "Voorbeeldstraat", houseNumber: "12", postCode: "1030",
                    municipality: NISCode(.schaerbeek)), since: .year(2014))
            return SourceReply(.found(person))
        default: return SourceReply(.unknown)
        }
    }

    func householdHead(
        of ssin: SSIN, using capability: consuming ConsultCapability
    ) async throws(SourceFailure) -> SourceReply<HouseholdHead> {
        asked.withLock { $0 += 1 }
        return SourceReply(.found(.oneself))
    }

    func householdMembers(
        ofHead ssin: SSIN, using capability: consuming ConsultCapability
    ) async throws(SourceFailure) -> SourceReply<Household> {
        asked.withLock { $0 += 1 }
        let member = HouseholdMember(
            ssin: ssin, name: PersonName(lastName: "Voorbeeld", firstNames: []), relation: nil,
            since: nil)
        return SourceReply(.found(Household(members: [member], isCollective: false)))
    }

    func licences(
        of ssin: SSIN, _ attributes: Set<AttributeID>,
        using capability: consuming ConsultCapability
    ) async throws(SourceFailure) -> SourceReply<[DrivingLicence]> {
        asked.withLock { $0 += 1 }
        return SourceReply(.found([]))
    }

    func registration(
        of plate: Plate, _ attributes: Set<AttributeID>,
        using capability: consuming ConsultCapability
    ) async throws(SourceFailure) -> SourceReply<VehicleRegistration> {
        asked.withLock { $0 += 1 }
        switch plate.text {
        case SampleSubjects.silentPlate: throw .unavailable(.unreachable)
        case SampleSubjects.garbledPlate: throw .unintelligible(.malformed)
        case SampleSubjects.forbiddenPlate: throw .notAllowed(code: "MSG00012")
        case SampleSubjects.plate:
            var vehicle = VehicleRegistration(plate: plate)
            vehicle.status = .registered
            vehicle.make = "VOORBEELD"
            vehicle.maximumMass = 1800
            vehicle.holder = .other(key: "TEST")
            return SourceReply(.found(vehicle))
        default: return SourceReply(.unknown)
        }
    }

    func enterprise(
        _ number: EnterpriseNumber, _ attributes: Set<AttributeID>,
        using capability: consuming ConsultCapability
    ) async throws(SourceFailure) -> SourceReply<Enterprise> {
        asked.withLock { $0 += 1 }
        var enterprise = Enterprise(number: number)
        enterprise.status = .active
        return SourceReply(.found(enterprise))
    }
}
