import NIOCore
import ServiceLifecycle

/// One server, which says which port it is when it cannot have it.
struct SimulatedServer: Service {
    let name: String
    let port: Int
    let server: any Service

    func run() async throws {
        do {
            try await server.run()
        } catch let error as IOError {
            throw SimulationFailure.cannotListen(
                server: name, port: port, errno: error.errnoCode)
        }
    }
}
