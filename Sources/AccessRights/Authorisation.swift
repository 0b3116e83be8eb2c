public import CanonicalJSON
import Crypto
public import Facts

/// An authorisation (machtiging, autorisation): terms that make sense, and the hash that names them.
///
/// Two authorisations are equal when their terms are.
public struct Authorisation: Hashable, Sendable, Identifiable {
    public let terms: AuthorisationTerms
    /// SHA-256 over ``canonicalJSON``.
    public let hash: AuthorisationHash

    /// - Throws: ``InvalidAuthorisation`` when the terms contradict each other or grant nothing.
    public init(_ terms: AuthorisationTerms) throws(InvalidAuthorisation) {
        let issues = AuthorisationRules.issues(of: terms)
        guard issues.isEmpty else { throw InvalidAuthorisation(issues) }
        self.terms = terms
        hash = AuthorisationHash(bytes: Array(SHA256.hash(data: try Self.canonicalJSON(of: terms))))
    }

    public var id: AuthorisationID { terms.id }

    /// The first day on which something is given: not before the authorisation was known.
    public var firstDay: CalendarDate { holdsFrom }

    /// What the log writes down.
    public var reference: AuthorisationReference { AuthorisationReference(id: id, hash: hash) }

    /// The text that is hashed (RFC 8785), so that anybody can hash it again.
    public var canonicalJSON: [UInt8] {
        // It was made once before, for the hash.
        (try? Self.canonicalJSON(of: terms)) ?? []
    }

    /// About whom it grants facts, as it stands in the document.
    public var populationJSON: JSONValue { terms.json["population"] ?? .null }

    /// Whether the question may be asked: it is named, or everything it derives from is granted.
    /// Pseudonyms are made under a name alone, for they let cards be counted; so is a question asked
    /// that derives from nothing a source publishes.
    public func allows(_ verification: VerificationID) -> Bool {
        if terms.verifications.contains(verification) { return true }
        return !verification.needsOwnGrant
            && verification.attributes.isSubset(of: terms.attributes)
    }

    private static func canonicalJSON(
        of terms: AuthorisationTerms
    ) throws(InvalidAuthorisation) -> [UInt8] {
        do throws(JSONFailure) {
            return try terms.json.canonicalBytes()
        } catch {
            throw InvalidAuthorisation([
                DocumentIssue(path: "", line: nil, problem: "holds text that no JSON can hold")
            ])
        }
    }
}
