import Foundation
import KBOOpenData
import SourceSimulators

/// The enterprises of the demo: an extract of the synthetic population, imported as a real one.
enum DemoEnterprises {
    static func importInto(
        _ replica: KBOReplica, _ population: SourceSimulators.Population, _ folder: String
    ) async throws {
        let archive = folder + "/KboOpenData_demo_Full.zip"
        try SyntheticExtract(of: population).writeFull(to: archive)
        defer { try? FileManager.default.removeItem(atPath: archive) }
        _ = try await ExtractImport(replica).run(archive) { _ in }
    }
}
