import AccessRights
import ConsultLog
public import Facts

/// What the cards of a municipality are counted by. None of it reveals who or what it stands for.
extension Gateway {
    /// Returns pseudonyms of the people who form one household with the person now, made for one
    /// municipality; the household itself never leaves.
    public func householdPseudonyms(
        of ssin: SSIN, for municipality: NISCode, in context: ConsultContext
    ) async -> ConsultResult<HouseholdPseudonyms> {
        let pseudonym = pseudonyms.pseudonyms(for: municipality)
        return await consult(
            .verification(.householdPseudonyms), about: [.person(ssin)], in: context
        ) { consult throws(NoAnswer) in
            let wanted = VerificationID.householdPseudonyms.attributes
            return try await consult.household(of: ssin, wanted) { household, present in
                // Cards that were given out under a number since replaced still count.
                let kept = HouseholdPseudonyms(
                    holder: pseudonym(present), earlier: [pseudonym(ssin)],
                    others: Set(household.members.compactMap { $0.ssin.map(pseudonym) }),
                    isCollective: household.isCollective)
                return Kept(kept, listed: household.numberedMembers)
            }
        }
    }

    /// Returns a pseudonym of the main residence of a person, made for one municipality; the
    /// address itself never leaves.
    ///
    /// People who are registered at one address have one pseudonym, however the register writes the
    /// street in the language of each.
    public func addressPseudonym(
        of ssin: SSIN, _ extent: DwellingExtent, for municipality: NISCode,
        in context: ConsultContext
    ) async -> ConsultResult<Determination<Pseudonym>> {
        let pseudonym = pseudonyms.pseudonymsOfThings(for: municipality)
        let result = await consult(
            .verification(.addressPseudonym), about: [.person(ssin)], in: context
        ) { consult throws(NoAnswer) in
            let wanted = VerificationID.addressPseudonym.attributes
            return try await consult.person(ssin, wanted) { person in
                Kept(
                    Determination<Pseudonym>.of(person) { address in
                        .known(pseudonym(extent.text(of: address)))
                    })
            }
        }
        return result.settled(at: time.now()) { .unknown($0) }
    }

    /// What stands for an enterprise in the records of one municipality. Nobody is asked.
    public func pseudonym(
        of number: EnterpriseNumber, for municipality: NISCode
    ) -> Pseudonym {
        pseudonyms.pseudonymsOfThings(for: municipality)("enterprise \(number.digits)")
    }

    /// What stands for an establishment unit in the records of one municipality. Nobody is asked.
    public func pseudonym(
        of number: EstablishmentUnitNumber, for municipality: NISCode
    ) -> Pseudonym {
        pseudonyms.pseudonymsOfThings(for: municipality)("establishment \(number.digits)")
    }
}
