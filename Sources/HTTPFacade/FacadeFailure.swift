import Glibc

/// Why the facade could not be set up; paths are of our own files.
public enum FacadeFailure: Error, Hashable, Sendable {
    /// A certificate or key of this listener cannot be used.
    case unusableIdentity(listener: String)
    /// The address of this listener cannot be used; `errno` is the system's number.
    case cannotListen(listener: String, at: ListenerAddress, errno: CInt)
    /// The socket for commands cannot be made at this path; `errno` is the system's number.
    case unusableSocket(path: String, errno: CInt)
}

extension FacadeFailure: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unusableIdentity(let listener):
            "a certificate or private key of the \(listener) listener cannot be read or used"
        case .cannotListen(let listener, let address, EADDRINUSE):
            "the \(listener) listener cannot listen on \(address): the port is in use"
        case .cannotListen(let listener, let address, let errno):
            "the \(listener) listener cannot listen on \(address) (error \(errno))"
        case .unusableSocket(let path, ENAMETOOLONG):
            "the control socket \(path) cannot be made: its path is longer than "
                + "\(ControlSocket.longestPath) bytes"
        case .unusableSocket(let path, let errno):
            "the control socket \(path) cannot be made (error \(errno))"
        }
    }
}
