import CanonicalJSON
import ConsultLog
import ConsultLogFakes
import Gateway
import HTTPTypes
import ParkingCards
import Testing

@testable import HTTPFacade

@Suite("Rights that cannot be known")
struct UndecidedTests {
    @Test("are a 503 that says when to come again, and no refusal")
    func problem() async throws {
        let log = try await LogBench(InMemoryConsultLogStorage()).log
        let result = ConsultResult<Verdict>.undecided(log.newConsult())
        do throws(Problem) {
            _ = try result.answer()
            Issue.record("it was answered")
        } catch {
            #expect(error.type == .serviceUnavailable)
            #expect(error.headers[.retryAfter] == "1")
            // Nothing stands under that name.
            #expect(error.members["consultId"] == nil)
        }
        #expect(Problem(AssessmentFailure.rightsUnknown).type == .serviceUnavailable)
        #expect(EvaluationFault.rightsUnknown.status == 503)
    }
}
