import Foundation

/// Why the simulated sources do not run.
public enum SimulationFailure: Error, Hashable, Sendable {
    /// A PEM file cannot be read or is not what it should be.
    case unusableCertificates
    /// All servers have stopped.
    case notListening
    /// This server cannot have its port; `errno` is the system's number.
    case cannotListen(server: String, port: Int, errno: CInt)
    /// An extract could not be written.
    case notWritable
}

extension SimulationFailure: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unusableCertificates: "a certificate or private key cannot be read or used"
        case .notListening: "the simulated sources have stopped"
        case .cannotListen(let server, let port, EADDRINUSE):
            "port \(port) of \(server) is in use"
        case .cannotListen(let server, let port, let errno):
            "port \(port) of \(server) cannot be used (error \(errno))"
        case .notWritable: "an extract cannot be written"
        }
    }
}
