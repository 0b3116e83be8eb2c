public import AccessRights
public import Facts

/// Tells from an access token who the official behind an application is, and from nothing else.
public struct OfficialIdentifier: Sendable {
    private let verifier: TokenVerifier
    private let directory: OfficialDirectory
    private let mustBeKnown: Bool?
    private let isKept: @Sendable () -> Bool
    private let now: @Sendable () -> Timestamp

    /// - Parameters:
    ///   - mustBeKnown: whether an official who was never entered in the directory is turned away;
    ///     otherwise the identity provider's word is enough until somebody says that they left.
    ///     `nil`: as soon as the directory holds anybody, or somebody keeps it.
    ///   - isKept: whether there is anybody who keeps the directory, empty as it may be.
    public init(
        _ verifier: TokenVerifier, directory: OfficialDirectory, mustBeKnown: Bool? = nil,
        isKept: @escaping @Sendable () -> Bool = { false },
        now: @escaping @Sendable () -> Timestamp
    ) {
        self.verifier = verifier
        self.directory = directory
        self.mustBeKnown = mustBeKnown
        self.isKept = isKept
        self.now = now
    }

    /// The scope without which a token identifies nobody.
    public var scope: String? { verifier.scope }

    /// Looks at the token that came over a connection with this certificate.
    ///
    /// - Throws: ``IdentificationFailure`` when nobody can say now whether it is good.
    public func verdict(
        on token: String, presentedBy certificate: CertificateFingerprint
    ) async throws(IdentificationFailure) -> TokenVerdict {
        let verdict: TokenVerdict
        do throws(KeySetFailure) {
            verdict = try await verifier.verdict(on: token, presentedBy: certificate, at: now())
        } catch {
            throw .keys(error)
        }
        guard case .accepted(let token) = verdict else { return verdict }
        let standing: OfficialStanding
        do throws(OfficialsFailure) {
            standing = try await directory.standing(of: token.official)
        } catch {
            throw .directory(error)
        }
        switch standing {
        case .unkept: return mustBeKnown ?? isKept() ? .refused(.noOfficial) : verdict
        case .unknown: return mustBeKnown ?? true ? .refused(.noOfficial) : verdict
        case .active(let since, _):
            // A token from before somebody had left stays dead when they come back.
            return token.issuedAt >= since ? verdict : .refused(.deactivated)
        case .ended: return .refused(.deactivated)
        }
    }
}
