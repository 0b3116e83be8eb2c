import ConsultLogFakes
import NIOCore
import ParkingCards

@testable import HTTPFacade

extension FacadeBench {
    /// Every route of the three listeners.
    static func routes() async throws -> [Route] {
        let bench = try await LogBench(InMemoryConsultLogStorage())
        let gateway = try gateway(bench.log, FakeSources())
        let api = APIRoutes(
            gateway: gateway,
            assess: { _, _ throws(AssessmentFailure) in throw .unknownMunicipality })
        let open = PublicRoutes(
            openAPI: ByteBuffer(), health: { .up }, metrics: PrometheusMetrics())
        return api.all + open.web + open.operations
    }
}
