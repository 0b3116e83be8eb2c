import Facts
import Gateway

/// Asks what one application needs to know.
struct Inquiry {
    let application: CardApplication
    let facts: any FactChecker
    let cards: any CardStorage
    let day: CalendarDate
    let time: Timestamp

    private var applicant: SSIN { application.applicant }
    private var plate: Plate { application.plate }
    private var municipality: NISCode { application.municipality }

    /// Asks the questions of one condition and adds what was found.
    func ask(
        for requirement: Requirement, into findings: inout Findings
    ) async throws(AssessmentFailure) {
        switch requirement {
        case .plateFree: findings.isPlateFree = try await isPlateFree()
        case .alive: findings.isAlive = await facts.isAlive(applicant)
        case .resident:
            findings.isResident = await facts.isResident(applicant, of: municipality)
        case .quota: try await countCards(into: &findings)
        case .registered: findings.isRegistered = await facts.isRegistered(plate)
        case .atDisposal(let ways): await askForDisposal(ways, into: &findings)
        case .category(let categories, let mass, _):
            findings.isWithinLimits = await facts.isWithin(
                plate, categories: categories, maximumMass: mass)
        case .mayDrive(let category, _):
            findings.mayDrive = await facts.mayDrive(applicant, category)
        }
    }

    private func isPlateFree() async throws(AssessmentFailure) -> Evidence<Bool> {
        do {
            let isFree = try await cards.isFree(plate, in: municipality, on: day)
            return Evidence(.known(isFree), consult: nil, asOf: time)
        } catch {
            throw .cardRegisterUnavailable
        }
    }

    /// Counts the cards of the household, of which no more than the number is kept.
    private func countCards(into findings: inout Findings) async throws(AssessmentFailure) {
        let household = await facts.household(of: applicant, for: municipality)
        switch household.finding {
        case .unknown(let gap): findings.household = household.with(.unknown(gap))
        case .known(let pseudonyms):
            guard let together = pseudonyms.countedTogether else {
                findings.household = household.with(.unknown(.inconclusive))
                return
            }
            findings.household = household.with(.known(true))
            do {
                let live = try await cards.liveCards(
                    of: together, application.cardType, in: municipality, on: day)
                findings.liveCards = Evidence(.known(live), consult: nil, asOf: time)
            } catch {
                throw .cardRegisterUnavailable
            }
        }
    }

    /// Asks in whose name the vehicle is registered, and no further once one way is enough.
    private func askForDisposal(
        _ ways: [Requirement.Disposal], into findings: inout Findings
    ) async {
        for way in ways {
            switch way {
            case .heldByApplicant:
                let evidence = await facts.isRegistered(plate, inNameOf: .person(applicant))
                findings.isHeldByApplicant = evidence
                if evidence.value == true { return }
            case .heldByEnterprise(let kind):
                guard let document = application.document(kind, on: day) else { continue }
                let evidence = await facts.isRegistered(
                    plate, inNameOf: .enterprise(document.enterprise))
                findings.isHeldByEmployer = evidence
                if evidence.value == true { return }
            }
        }
    }
}
