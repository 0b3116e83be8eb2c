/// Why the simulated sources do not run.
public enum SimulationFailure: Error, Hashable, Sendable {
    /// A PEM file cannot be read or is not what it should be.
    case unusableCertificates
    /// A server stopped before all were listening: a port was taken, most likely.
    case notListening
    /// An extract could not be written.
    case notWritable
}
