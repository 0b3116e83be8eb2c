import Facts
import ParkingCards
import StrictYAML

/// The regulations of the municipalities, read from their documents.
struct LoadedRegulations: Sendable {
    let byMunicipality: [NISCode: Regulation]
    /// The frames of the folder `region` within.
    let regions: [RegionalFrame]

    /// - Throws: ``UsageError`` that names the file and the line of everything that is wrong, or
    ///   the file of a second regulation of one municipality.
    init(_ folder: String) throws(UsageError) {
        var regulations: [NISCode: Regulation] = [:]
        for file in try LoadedDocuments.yamlFiles(in: folder) {
            let bytes = try LoadedDocuments.contents(of: file)
            let regulation: Regulation
            do throws(YAMLIssues) {
                regulation = try Regulation(parsing: bytes)
            } catch {
                throw UsageError("\(file) is no valid regulation:\n\(error)")
            }
            guard regulations.updateValue(regulation, forKey: regulation.municipality) == nil
            else { throw UsageError("\(file) is a second regulation of one municipality") }
        }
        byMunicipality = regulations
        regions = try LintedFiles.regions(nil, beside: folder + "/regulation.yaml")
    }
}
