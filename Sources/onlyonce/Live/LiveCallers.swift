import AccessRights
import Facts
import HTTPFacade

/// Who may call, as the files say it now: the register of applications and the revocations.
struct LiveCallers: Sendable {
    let applications: LiveValue<ApplicationRegister>
    let revocations: LiveValue<RevocationLists?>
    private let configuration: Configuration

    /// - Throws: ``UsageError`` when the lists of revocations cannot be used.
    init(_ register: ApplicationRegister, _ configuration: Configuration) throws(UsageError) {
        self.configuration = configuration
        applications = LiveValue(register)
        revocations = LiveValue(try Self.revocations(configuration))
    }

    /// The files that are followed while the facade serves.
    func files(of facade: Facade) -> [FollowedFiles] {
        let configuration = configuration
        let authority = LiveValue(Self.content(configuration.clientAuthority))
        var files = [
            FollowedFiles(name: "applications", paths: [configuration.documents.applications]) {
                () throws(UsageError) in
                applications.replace(
                    by: try LoadedDocuments.register(configuration.documents.applications))
                facade.reviewConnections()
            },
            FollowedFiles(
                name: "api",
                paths: [
                    configuration.api.certificate, configuration.api.privateKey,
                    configuration.clientAuthority,
                ]
            ) { () throws(UsageError) in
                try explained { () throws(FacadeFailure) in try facade.reloadAPI() }
                let content = Self.content(configuration.clientAuthority)
                guard content != authority.current else { return }
                authority.replace(by: content)
                facade.closeConnections()
            },
            FollowedFiles(
                name: "web", paths: [configuration.web.certificate, configuration.web.privateKey]
            ) { () throws(UsageError) in
                try explained { () throws(FacadeFailure) in try facade.reloadWeb() }
            },
        ]
        if let path = configuration.revocations {
            files.append(
                FollowedFiles(name: "revocations", paths: [path, configuration.clientAuthority]) {
                    () throws(UsageError) in
                    revocations.replace(by: try Self.revocations(configuration))
                    facade.reviewConnections()
                })
        }
        return files
    }

    /// The lists of revocations as the file has them now; `nil` where none are kept.
    static func revocations(
        _ configuration: Configuration
    ) throws(UsageError) -> RevocationLists? {
        guard let path = configuration.revocations else { return nil }
        let bytes = try LoadedDocuments.contents(of: path)
        let authorities = try LoadedDocuments.contents(of: configuration.clientAuthority)
        do throws(InvalidRevocationLists) {
            return try RevocationLists(
                parsing: bytes, authorities: authorities, at: SystemTime.now())
        } catch {
            throw UsageError("\(path) \(error)")
        }
    }

    private static func content(_ path: String) -> [UInt8]? {
        try? LoadedDocuments.contents(of: path)
    }
}
