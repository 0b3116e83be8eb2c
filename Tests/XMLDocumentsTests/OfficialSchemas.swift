import Foundation

/// Where the schemas published by the KSZ/BCSS are looked for: beside the project.
enum OfficialSchemas {
    static let directory =
        URL(filePath: #filePath).appending(path: "../../../../shared/contracts/ksz")
        .standardizedFileURL.path(percentEncoded: false)

    /// The types of RetrieveTIGroups, relative to the directory.
    static let types = "be/fgov/kszbcss/types/RetrieveTIGroups/RetrieveTIGroupsV2.xsd"

    static let areAtHand = FileManager.default.fileExists(atPath: directory + "/" + types)
}
