import SourceSimulators

/// Writes the synthetic extract of the enterprise register that the import is measured with.
struct ExtractWriting {
    let path: String
    let enterprises: Int

    func run() throws { try SyntheticExtract(enterpriseCount: enterprises).writeFull(to: path) }
}
