public import ConsultLog

/// Why there is no key-encryption key. Nothing in it is secret.
public enum KeySourceFailure: Error, Hashable, Sendable {
    /// What went wrong with a command.
    public enum Command: Hashable, Sendable {
        case notAbsolute
        case notStarted
        case failed(status: Int32)
        /// It did not end in time, or did not close its output.
        case late
        /// It wrote too much, or not to the end in time.
        case badOutput
        /// What it wrote is not 32 bytes.
        case noKey
    }

    case file(KeyFileFailure)
    /// The variable is not set, or does not hold 32 bytes in base64.
    case variable(String)
    case command(String, Command)
    /// The key is there, but the keys that it should unwrap are not what they should be.
    case keys(KeyFailure)
}

extension KeySourceFailure: CustomStringConvertible {
    public var description: String {
        switch self {
        case .file(let failure): failure.description
        case .variable(let name):
            "the environment variable \(name) does not hold 32 bytes in base64"
        case .command(let program, let what): "the command \(program) \(what.description)"
        case .keys(let failure): failure.description
        }
    }
}

extension KeySourceFailure.Command {
    /// The end of a sentence that begins with the command.
    fileprivate var description: String {
        switch self {
        case .notAbsolute: "is not an absolute path"
        case .notStarted: "cannot be started"
        case .failed(let status): "failed with status \(status)"
        case .late: "did not end in time"
        case .badOutput: "wrote too much, or did not finish writing in time"
        case .noKey: "did not write a key of 32 bytes"
        }
    }
}
