import NIOCore
import ServiceLifecycle

/// A listener that says which one it is when it cannot listen.
struct Listener: Service {
    let server: any Service
    let name: BoundAddresses.Listener
    let address: ListenerAddress

    func run() async throws {
        do {
            try await server.run()
        } catch let error as IOError {
            throw FacadeFailure.cannotListen(
                listener: name.rawValue, at: address, errno: error.errnoCode)
        }
    }
}
