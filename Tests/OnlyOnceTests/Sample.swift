import Foundation

/// The project's own files beside which the tests stand.
enum Sample {
    static var contracts: String {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Contracts").path
    }
    static var configuration: String { contracts + "/configuration/onlyonce.yaml" }
    static var schema: String { contracts + "/configuration/configuration.schema.json" }
}
