/// Why the development certificates could not be made or read; paths are of our own files.
public enum DevelopmentCertificateFailure: Error, Hashable, Sendable {
    case cannotCreateFolder(path: String)
    case cannotWrite(path: String)
    case cannotRead(path: String)
    case notACertificate(path: String)
    /// A key or certificate could not be made: the dates are beyond what X.509 can say.
    case cannotIssue(name: String)
}

extension DevelopmentCertificateFailure: CustomStringConvertible {
    public var description: String {
        switch self {
        case .cannotCreateFolder(let path): "cannot create the folder \(path)"
        case .cannotWrite(let path): "cannot write \(path)"
        case .cannotRead(let path): "cannot read \(path)"
        case .notACertificate(let path): "\(path) does not hold a PEM certificate"
        case .cannotIssue(let name): "cannot issue the certificate \(name)"
        }
    }
}
