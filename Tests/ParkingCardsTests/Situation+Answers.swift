import Facts
import Gateway
import ParkingCards

extension Situation {
    /// What the sources would say, were they all there.
    func finding(_ query: FactQuery) -> Evidence<Bool>.Finding {
        switch query {
        case .isAlive: finding(yesNo(people["alive"]))
        case .isAged(_, let years): finding(number(people["age"]).map { $0 >= years })
        case .isResident(_, _, let registers): residence(registers)
        case .lives(_, _, _, let registers): residence(registers)
        case .sharesHousehold: finding(yesNo(people["member"]))
        case .hasSharedCustodyChild: finding(yesNo(people["shared_custody"]))
        case .mayShowAddress: finding(yesNo(people["protected"]).map { !$0 })
        case .paysSecondHomeTax: finding(yesNo(people["second_home_tax"]))
        case .hasMandate: finding(yesNo(enterprise["mandate"]))
        case .isActive: finding(yesNo(enterprise["active"]))
        case .isEstablished(_, _, let area): establishment(area)
        case .performs(_, _, let codes):
            finding(text(enterprise["nace"]).map { code in codes.contains(code) })
        case .holdsFunction(_, _, let functions):
            finding(
                text(enterprise["function"]).map { name in
                    EnterpriseFunction(rawValue: name).map(functions.contains) ?? false
                })
        case .isRecognisedCarer: finding(yesNo(people["carer"]))
        case .hasDisabilityCard: finding(yesNo(people["disability"]))
        case .mayDrive(_, let category): licenceFinding(category)
        case .isRegistered, .isSuspended, .isHeld, .isOfCategory, .isNoHeavier, .isNoLonger,
            .isNoHigher, .isOfKind, .meetsLowEmission, .isShared:
            vehicleFinding(query)
        }
    }

    private func establishment(_ area: Area) -> Evidence<Bool>.Finding {
        if let code = text(enterprise["postal"]), !area.postalCodes.contains(code) {
            return .known(false)
        }
        return finding(
            yesNo(enterprise["unit_active"]).flatMap { active in
                yesNo(enterprise["in_sector"]).map { active && $0 }
            })
    }

    private func residence(_ registers: Set<PopulationRegister>) -> Evidence<Bool>.Finding {
        let isHere = text(people["nis"]) == "home"
        if !isHere, yesNo(people["pending_move"]) == true {
            return .unknown(.addressChangePending)
        }
        let register = text(people["register"]).flatMap { PopulationRegister(rawValue: $0) }
        return .known(isHere && register.map(registers.contains) ?? false)
    }

    private func licenceFinding(_ category: LicenceCategory) -> Evidence<Bool>.Finding {
        if yesNo(licence["found"]) == false { return .unknown(.subjectUnknown) }
        switch text(licence["state"]) {
        case "valid":
            return .known(yesNo(licence["covers"]) == true && category == .b)
        case "expired_document": return .unknown(.documentExpired)
        default: return .known(false)
        }
    }

    private func vehicleFinding(_ query: FactQuery) -> Evidence<Bool>.Finding {
        switch query {
        case .isRegistered: return .known(text(vehicle["reg"]) == "active")
        case .isSuspended:
            return text(vehicle["reg"]) == "suspended" ? .known(true) : .unknown(.notPublished)
        case .isHeld(_, let holder):
            let name = text(vehicle["holder"])
            if name == "unknown" { return .unknown(.inconclusive) }
            if case .person = holder { return .known(name == "applicant") }
            return .known(name == "enterprise")
        case .isOfCategory(_, let categories):
            return finding(category.map(categories.contains), .inconclusive)
        case .isNoHeavier(_, let mass):
            return finding(number(vehicle["mass"]).map { $0 <= mass }, .inconclusive)
        case .isNoLonger(_, let most): return finding(centimetres("length").map { $0 <= most })
        case .isNoHigher(_, let most): return finding(centimetres("height").map { $0 <= most })
        case .isOfKind(_, let rule): return finding(kind.map(rule.accepts))
        case .meetsLowEmission(_, let rule):
            let fuel = text(vehicle["fuel"])
            let admitted = rule.admits(
                category: category, plateKind: kind,
                isDiesel: fuel == "diesel" ? true : fuel == "petrol" ? false : nil,
                euro: number(vehicle["euro"]))
            return finding(admitted)
        case .isShared(_, let sharing):
            return finding(
                number(vehicle["users"]).flatMap { users in
                    number(vehicle["domiciled"]).map {
                        users >= sharing.leastUsers && $0 >= sharing.leastDomiciledInRegion
                    }
                })
        default: return .unknown(.notPublished)
        }
    }

    private var category: VehicleCategory? {
        text(vehicle["cat"]).flatMap { VehicleCategory(rawValue: $0) }
    }

    private var kind: PlateKind? {
        text(vehicle["plate_kind"]).flatMap { PlateKind(rawValue: $0) }
    }

    private func number(_ value: String??) -> Int? { text(value).flatMap { Int($0) } }

    private func centimetres(_ key: String) -> Int? {
        text(vehicle[key]).flatMap { Double($0) }.map { Int(($0 * 100).rounded()) }
    }
}
