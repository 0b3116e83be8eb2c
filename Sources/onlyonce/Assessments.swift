import Facts
import Gateway
import ParkingCards

/// Assesses applications for parking cards under the regulations that were read.
struct Assessments: Sendable {
    private let gateway: Gateway
    private let cards: any CardStorage
    private let time: SystemTime
    private let regulations: [NISCode: Regulation]

    init(_ installation: Installation, _ regulations: LoadedRegulations) {
        gateway = installation.gateway
        cards = installation.cards
        time = installation.time
        self.regulations = regulations.byMunicipality
    }

    /// Assesses an application on the present day, under the rights of the one who asks.
    func assess(
        _ application: CardApplication, in context: ConsultContext
    ) async throws(AssessmentFailure) -> Decision {
        let assessor = Assessor(
            regulations: regulations,
            facts: GatewayFactChecker(gateway: gateway, context: context), cards: cards)
        return try await assessor.assess(application, on: time.today(), at: time.now())
    }
}
