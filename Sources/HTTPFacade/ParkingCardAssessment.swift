public import Gateway
public import ParkingCards

/// Assesses an application for a parking card on behalf of a caller; the questions that it asks are
/// consults in the caller's circumstances.
public typealias ParkingCardAssessment =
    @Sendable (CardApplication, ConsultContext) async throws(AssessmentFailure) -> Decision
