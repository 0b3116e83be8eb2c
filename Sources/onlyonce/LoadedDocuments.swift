import AccessRights
import Foundation
import NIOSSL

/// The applications that the gateway knows, read from their document, and the authorisations of a
/// folder.
struct LoadedDocuments: Sendable {
    let applications: ApplicationRegister

    /// Reads the file of the applications.
    ///
    /// - Throws: ``UsageError`` that names the file and the line of everything that is wrong.
    init(_ documents: Configuration.Documents) throws(UsageError) {
        applications = try Self.register(documents.applications)
    }

    /// Reads the file of the applications.
    ///
    /// - Throws: ``UsageError`` that names the file and the line of everything that is wrong.
    static func register(_ file: String) throws(UsageError) -> ApplicationRegister {
        let bytes = try contents(of: file)
        let register: ApplicationRegister
        do throws(InvalidApplicationRegister) {
            register = try ApplicationRegister(parsing: bytes)
        } catch {
            throw UsageError("\(file) is no valid register:\n\(error)")
        }
        for application in register.applications {
            let areReadable = application.encodings.values.allSatisfy {
                (try? NIOSSLCertificate(bytes: $0, format: .der)) != nil
            }
            guard areReadable else {
                throw UsageError(
                    "\(file): a certificate of \(application.id.text) cannot be read")
            }
        }
        return register
    }

    /// Every authorisation of a folder.
    ///
    /// - Throws: ``UsageError`` that names the file and the line of everything that is wrong.
    static func authorisations(in folder: String) throws(UsageError) -> [Authorisation] {
        var authorisations: [Authorisation] = []
        for file in try yamlFiles(in: folder) {
            authorisations.append(try authorisation(try contents(of: file), in: file))
        }
        do throws(ConflictingAuthorisations) {
            return try AccessRights(authorisations).authorisations
        } catch {
            throw UsageError("\(folder): \(error)")
        }
    }

    /// The authorisation of a document.
    static func authorisation(
        _ bytes: [UInt8], in file: String
    ) throws(UsageError) -> Authorisation {
        do throws(InvalidAuthorisation) {
            return try Authorisation(parsing: bytes)
        } catch {
            throw UsageError("\(file) is no valid authorisation:\n\(error)")
        }
    }

    /// What the second says differently, in words.
    static func differences(_ first: Authorisation, _ second: Authorisation) -> [String] {
        TermsDifference.between(first, second).map(\.description)
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
