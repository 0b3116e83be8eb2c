import Facts
import Gateway

extension Inquiry {
    /// Asks the own register whether the plate is free, and for shared cars who shares it.
    func askForPlate(_ quota: Quota, into findings: inout Findings) async throws(AssessmentFailure)
    {
        var isFree = true
        do {
            for plate in application.plates
            where isFree && !application.renewedPlates.contains(plate) {
                isFree = try await cards.isFree(plate, in: municipality, on: day)
            }
        } catch {
            throw .cardRegisterUnavailable
        }
        findings[.plateIsFree] = Evidence(.known(isFree), consult: nil, asOf: time)
        if !isFree, let sharing = quota.carSharing {
            let shared = await answer(.isSharedCar, .isShared(application.plate, sharing))
            // Whom nobody says to share a car shares none: the plate has its card.
            if shared.finding != .unknown(.notPublished) { findings[.isSharedCar] = shared }
        }
    }

    /// Counts the cards that count together, of which no more than the number is kept.
    func count(_ terms: CardTerms, into findings: inout Findings) async throws(AssessmentFailure) {
        if findings.counts[terms.key] == nil {
            findings.counts[terms.key] =
                switch terms.key {
                case .household, .person: try await countPeople(by: terms.key)
                case .address, .dwellingUnit, .enterprise, .establishment:
                    try await countSlot(terms.key)
                }
        }
        if !terms.maximumBySector.isEmpty, findings.sector == nil {
            findings.sector = await sector(of: terms.rules.holder)
        }
        let maxima = [terms.maximum] + terms.maximumBySector.values
        let needsStaff = maxima.contains { if case .staffShare = $0 { true } else { false } }
        if needsStaff, findings.staff == nil { findings.staff = staff() }
        if let scale = terms.rules.quota.allowance?.scale, findings[.isOfScaleAge] == nil {
            findings[.isOfScaleAge] = await answer(
                .isOfScaleAge, .isAged(applicant, years: scale.fromAge))
        }
    }

    func countMunicipality(into findings: inout Findings) async throws(AssessmentFailure) {
        guard let census else {
            findings.municipalCards = Evidence(
                .unknown(.notPublished), consult: nil, asOf: time)
            return
        }
        do {
            let count = try await census.liveCards(
                application.cardType, in: municipality, on: day)
            findings.municipalCards = Evidence(.known(count), consult: nil, asOf: time)
        } catch {
            throw .cardRegisterUnavailable
        }
    }

    /// Whether the applicant is of the household that is counted: by what was asked for the count,
    /// unless the application names another member.
    func askForMembership(
        _ terms: CardTerms, into findings: inout Findings
    ) async throws(AssessmentFailure) {
        if let other = application.householdOf {
            findings[.isHouseholdMember] = await answer(
                .isHouseholdMember, .sharesHousehold(applicant, with: other))
            return
        }
        if findings.counts[.household] == nil {
            findings.counts[.household] = try await countPeople(by: .household)
        }
        findings[.isHouseholdMember] = findings.counts[.household]?.key
    }

    private func countPeople(by key: QuotaKey) async throws(AssessmentFailure) -> QuotaCount {
        let household = await facts.household(of: applicant, for: municipality)
        let pseudonyms: HouseholdPseudonyms
        switch household.finding {
        case .unknown(let gap): return QuotaCount(key: household.with(.unknown(gap)), live: nil)
        case .known(let known): pseudonyms = known
        }
        census?.note(holder: pseudonyms.holder)
        guard let together = key == .person ? pseudonyms.own : pseudonyms.countedTogether else {
            return QuotaCount(key: household.with(.unknown(.inconclusive)), live: nil)
        }
        do {
            let live = try await cards.liveCards(
                of: together, application.cardType, in: municipality, on: day)
            return QuotaCount(
                key: household.with(.known(true)),
                live: Evidence(.known(live), consult: nil, asOf: time))
        } catch {
            throw .cardRegisterUnavailable
        }
    }

    private func countSlot(_ key: QuotaKey) async throws(AssessmentFailure) -> QuotaCount {
        let slot = await facts.slot(key, of: application)
        let pseudonym: Pseudonym
        switch slot.finding {
        case .unknown(let gap): return QuotaCount(key: slot.with(.unknown(gap)), live: nil)
        case .known(let known): pseudonym = known
        }
        guard let census else {
            return QuotaCount(key: slot.with(.unknown(.notPublished)), live: nil)
        }
        do {
            let live = try await census.liveCards(
                at: pseudonym, by: key, application.cardType, in: municipality, on: day)
            return QuotaCount(
                key: slot.with(.known(true)),
                live: Evidence(.known(live), consult: nil, asOf: time))
        } catch {
            throw .cardRegisterUnavailable
        }
    }
}
