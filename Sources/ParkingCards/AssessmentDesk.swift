import AccessRights
import ConsultLog
public import Facts
public import Gateway

/// Where applications for parking cards are assessed on behalf of a caller: under the regulation of
/// the municipality, by consults in the caller's own circumstances.
public struct AssessmentDesk: Sendable {
    private let gateway: Gateway
    private let cards: any CardStorage
    private let census: (any CardCensus)?
    private let time: any TimeSource
    private let regulations: [NISCode: Regulation]
    private let regions: [RegionalFrame]
    private let usable: Set<RegulationStatus>

    /// - Parameters:
    ///   - census: what counts other cards than people's; without it those counts are unknown.
    ///   - regulations: by the municipality that made them.
    ///   - regions: the frames, of which one may cover the municipality: its low-emission zone
    ///     applies.
    ///   - usable: under which regulations it decides; in production only those in force.
    public init(
        gateway: Gateway, cards: any CardStorage, census: (any CardCensus)? = nil,
        time: any TimeSource, regulations: [NISCode: Regulation], regions: [RegionalFrame] = [],
        deciding usable: Set<RegulationStatus> = Set(RegulationStatus.allCases)
    ) {
        self.regions = regions
        self.usable = usable
        self.gateway = gateway
        self.cards = cards
        self.census = census
        self.time = time
        self.regulations = regulations
    }

    /// Assesses an application on the present day. It only reads: nothing is reserved.
    ///
    /// - Throws: ``AssessmentFailure``; never because a source is silent.
    public func assess(
        _ application: CardApplication, in context: ConsultContext
    ) async throws(AssessmentFailure) -> Decision {
        try await admit(application, in: context)
        return try await explore(application, counting: cards, by: census, in: context)
            .decision
    }

    /// Whether the register says that somebody is alive; `nil` when it says neither.
    public func isAlive(_ person: SSIN, in context: ConsultContext) async -> Bool? {
        await GatewayFactChecker(gateway: gateway, context: context)
            .answer(.isAlive, .isAlive(person)).value
    }

    /// Checks that the caller decides for the municipality and may count its cards.
    ///
    /// - Throws: ``AssessmentFailure``; a refusal is logged.
    public func admit(
        _ application: CardApplication, in context: ConsultContext
    ) async throws(AssessmentFailure) {
        guard let regulation = regulations[application.municipality] else {
            throw .unknownMunicipality
        }
        try await admit(context, to: regulation, for: application)
    }

    /// Assesses the application of a caller who was admitted, over a register of its choice, and
    /// returns what the decision rests on too.
    ///
    /// - Throws: ``AssessmentFailure``; never because a source is silent.
    func explore(
        _ application: CardApplication, counting register: any CardStorage,
        by census: (any CardCensus)?, in context: ConsultContext
    ) async throws(AssessmentFailure) -> (decision: Decision, inputs: DecisionInputs) {
        let assessor = Assessor(
            regulations: regulations, regions: regions,
            facts: GatewayFactChecker(gateway: gateway, context: context), cards: register,
            census: census, deciding: usable)
        return try await assessor.explore(application, on: time.today(), at: time.now())
    }

    /// The card register is asked before any source, so the right to count cards is checked here:
    /// the rights alone do not say for which municipality somebody decides.
    private func admit(
        _ context: ConsultContext, to regulation: Regulation, for application: CardApplication
    ) async throws(AssessmentFailure) {
        let wish = AccessRequest.Wish.verification(.householdPseudonyms)
        var reasons: [RefusalReason]
        do throws(RightsUnknown) {
            reasons = try await gateway.refusal(of: wish, in: context)?.reasons ?? []
        } catch {
            throw .rightsUnknown
        }
        if !regulation.deciders.contains(context.caller.organisation) {
            reasons.append(.municipalityNotCovered(regulation.municipality))
        }
        guard !reasons.isEmpty else { return }
        let refusal = Refusal(reasons: reasons)
        let consult: ConsultID
        do throws(LogFailure) {
            consult = try await gateway.refuse(
                wish, about: .person(application.applicant), in: context, because: refusal)
        } catch {
            throw .refusalNotRecorded
        }
        throw .refused(refusal, consult)
    }
}
