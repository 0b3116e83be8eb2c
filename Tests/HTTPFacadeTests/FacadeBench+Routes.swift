import AccessRights
import ConsultLogFakes
import NIOCore
import ParkingCards

@testable import HTTPFacade

extension FacadeBench {
    /// Every route of the three listeners.
    static func routes() async throws -> [Route] {
        let log = try await FacadeLog(InMemoryConsultLogStorage())
        let gateway = try gateway(log.bench, FakeSources())
        let api = APIRoutes(
            gateway: gateway,
            assess: { _, _ throws(AssessmentFailure) in throw .unknownMunicipality })
        let open = PublicRoutes(
            openAPI: ByteBuffer(), health: { Health([]) }, metrics: PrometheusMetrics())
        let shown = LogRoutes(faces: log.faces)
        let faces = RightsFaces(
            register: try await rights(log.bench.log), time: StandingTime())
        let register = try ApplicationRegister([])
        let overseen = RightsRoutes(faces, applications: { register })
        let decisions = EvaluationRoutes(
            faces, applications: { register }, base: { nil }, metrics: PrometheusMetrics())
        let officials = try OfficialBench(log.bench.log)
        return api.all + officials.faces.api + officials.faces.web + shown.api + shown.web
            + open.web + open.operations + overseen.all + decisions.api
            + ReferenceRoutes(gateway: gateway).all
            + CardRoutes.all(of: SilentCards.office, directory: nil)
    }
}
