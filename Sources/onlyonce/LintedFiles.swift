import AccessRights
import Foundation
import ParkingCards
import StrictYAML

/// The files beside a regulation with which it is compared.
enum LintedFiles {
    static func authorisations(in folder: String) throws(UsageError) -> [Authorisation] {
        var authorisations: [Authorisation] = []
        for file in try LoadedDocuments.yamlFiles(in: folder) {
            let bytes = try LoadedDocuments.contents(of: file)
            do throws(InvalidAuthorisation) {
                authorisations.append(try Authorisation(parsing: bytes))
            } catch {
                throw UsageError("\(file) is no valid authorisation:\n\(error)")
            }
        }
        return authorisations
    }

    /// The frames of a folder; without one, those of the folder `region` beside the file, if any.
    static func regions(
        _ folder: String?, beside file: String
    ) throws(UsageError) -> [RegionalFrame] {
        let beside =
            URL(filePath: file).deletingLastPathComponent().appending(path: "region").path
        guard folder != nil || FileManager.default.fileExists(atPath: beside) else { return [] }
        var frames: [RegionalFrame] = []
        for file in try LoadedDocuments.yamlFiles(in: folder ?? beside) {
            let bytes = try LoadedDocuments.contents(of: file)
            do throws(YAMLIssues) {
                frames.append(try RegionalFrame(parsing: bytes))
            } catch {
                throw UsageError("\(file) is no valid regional frame:\n\(error)")
            }
        }
        return frames
    }
}
