import AccessRights
import Foundation

/// The rights and the applications that the gateway knows, read from their documents.
struct LoadedDocuments: Sendable {
    let rights: AccessRights
    let applications: ApplicationRegister

    /// Reads every authorisation of the folder and the file of the applications.
    ///
    /// - Throws: ``UsageError`` that names the file and the line of everything that is wrong.
    init(_ documents: Configuration.Documents) throws(UsageError) {
        var authorisations: [Authorisation] = []
        for file in try Self.yamlFiles(in: documents.authorisations) {
            let bytes = try Self.contents(of: file)
            do throws(InvalidAuthorisation) {
                authorisations.append(try Authorisation(parsing: bytes))
            } catch {
                throw UsageError("\(file) is no valid authorisation:\n\(error)")
            }
        }
        do throws(ConflictingAuthorisations) {
            rights = try AccessRights(authorisations)
        } catch {
            throw UsageError("\(documents.authorisations): \(error)")
        }
        let bytes = try Self.contents(of: documents.applications)
        do throws(InvalidApplicationRegister) {
            applications = try ApplicationRegister(parsing: bytes)
        } catch {
            throw UsageError("\(documents.applications) is no valid register:\n\(error)")
        }
    }

    /// The YAML documents of a folder, in the order of their names.
    static func yamlFiles(in folder: String) throws(UsageError) -> [String] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            throw UsageError("\(folder) cannot be read")
        }
        return names.filter { $0.hasSuffix(".yaml") }.sorted().map { folder + "/" + $0 }
    }

    /// The bytes of a file.
    static func contents(of file: String) throws(UsageError) -> [UInt8] {
        guard let bytes = FileManager.default.contents(atPath: file) else {
            throw UsageError("\(file) cannot be read")
        }
        return Array(bytes)
    }
}
