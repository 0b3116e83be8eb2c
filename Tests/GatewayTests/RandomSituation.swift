import AccessRights
import Facts
import Gateway
import TestSupport

/// Random rights, one random request and a random person.
struct RandomSituation {
    let rights: [Authorisation]
    let group: AttributeGroup
    let wanted: Set<AttributeID>
    /// Where the person lives; `nil` when the register does not know the person.
    let residence: NISCode?
    private let world: World

    init(seed: UInt64, in world: World) throws {
        var chance = SeededGenerator(seed: seed)
        let municipalities = [world.home, world.elsewhere]
        var rights: [Authorisation] = []
        for number in 0..<Int.random(in: 0...3, using: &chance) {
            let isAboutResidents = Bool.random(using: &chance)
            let groups: [AttributeGroup] =
                isAboutResidents ? [.person, .household, .drivingLicence] : AttributeGroup.allCases
            let odds = Int.random(in: 1...3, using: &chance)
            let attributes = chance.some(of: groups.flatMap(\.attributes), oneIn: odds)
            guard !attributes.isEmpty else { continue }
            let home = municipalities[Int.random(in: 0..<2, using: &chance)]
            rights.append(
                try world.authorisation(
                    "right-\(number)", attributes: attributes,
                    about: !isAboutResidents
                        ? .everyone
                        : Bool.random(using: &chance)
                            ? .residents(of: [home]) : .ownCitizens(of: home)))
        }
        if Int.random(in: 0..<8, using: &chance) > 0 { rights.append(try world.populationCheck()) }
        self.rights = rights
        let groups = AttributeGroup.allCases
        group = groups[Int.random(in: groups.indices, using: &chance)]
        // Sometimes a request strays outside the group that its question is about.
        let strays = Int.random(in: 0..<6, using: &chance) == 0
        wanted = chance.some(
            of: strays ? AttributeID.allCases : group.attributes,
            oneIn: Int.random(in: 1...4, using: &chance))
        let index = Int.random(in: 0...2, using: &chance)
        residence = index < 2 ? municipalities[index] : nil
        self.world = world
    }

    /// Whether some right of the caller holds everything that is wanted, whoever it is about.
    var isCovered: Bool { !wanted.isEmpty && rights.contains { covers($0) } }

    /// Whether some right holds everything that is wanted about this very person.
    var isPermitted: Bool {
        !wanted.isEmpty
            && rights.contains { right in
                guard covers(right) else { return false }
                switch right.terms.population {
                case .everyone: return true
                case .ownCitizens(let municipality): return residence == municipality
                case .householdOfApplicant, .holders: return false
                case .residents(let municipalities):
                    return residence.map { municipalities.contains($0) } ?? false
                }
            }
    }

    private func covers(_ right: Authorisation) -> Bool {
        right.terms.organisation == world.context.caller.organisation
            && wanted.isSubset(of: right.terms.attributes)
            && wanted.isSubset(of: group.attributes)
    }

    func script() throws -> SourceScript {
        var script = try SourceScript.affirmative(in: world)
        let person = try world.person(1)
        script.persons = [:]
        if let residence {
            script.persons[person] = .found(Specimens().person(person, in: residence))
        }
        return script
    }
}
