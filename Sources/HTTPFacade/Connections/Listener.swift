import NIOCore
import ServiceLifecycle

/// A listener that says which one it is when it cannot listen, and when it listens no more.
struct Listener: Service {
    let server: any Service
    let name: BoundAddresses.Listener
    let address: ListenerAddress
    let bound: BoundAddresses

    func run() async throws {
        defer { bound.end() }
        do {
            try await server.run()
        } catch let error as IOError {
            throw FacadeFailure.cannotListen(
                listener: name.rawValue, at: address, errno: error.errnoCode)
        }
    }
}
