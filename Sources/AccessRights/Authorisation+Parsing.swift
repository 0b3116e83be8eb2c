import Facts
import StrictYAML

extension Authorisation {
    /// Reads the YAML document of an authorisation (`Contracts/authorisations/README.md`), UTF-8.
    ///
    /// - Throws: ``InvalidAuthorisation`` with everything that is wrong.
    public init(parsing bytes: some Collection<UInt8>) throws(InvalidAuthorisation) {
        let terms: AuthorisationTerms
        do throws(YAMLIssues) {
            var document = AuthorisationDocument(try YAMLReader(parsing: bytes))
            terms = try document.read()
        } catch {
            throw InvalidAuthorisation(DocumentIssue.sorted(error.issues.map(DocumentIssue.init)))
        }
        try self.init(terms)
    }
}
