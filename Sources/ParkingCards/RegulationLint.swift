public import AccessRights
import Facts
import StrictYAML

/// Examines a regulation file beyond what the strict reader refuses.
///
/// It reports and never corrects: the regulation is the municipality's own act.
public struct RegulationLint: Sendable {
    private let authorisations: [Authorisation]?
    private let regions: [RegionalFrame]

    /// - Parameters:
    ///   - authorisations: those under which the municipality may ask; `nil` to leave that out.
    ///   - regions: the frames of which one may cover the municipality.
    public init(authorisations: [Authorisation]? = nil, regions: [RegionalFrame] = []) {
        self.authorisations = authorisations
        self.regions = regions
    }

    /// Everything that is wrong or doubtful, in the order of the lines.
    public func findings(in bytes: some Collection<UInt8>) -> [LintFinding] {
        let document: YAMLNode
        do throws(YAMLIssues) {
            document = try YAMLNode(parsing: bytes)
        } catch {
            return error.issues.map(Self.finding)
        }
        let places = LintPlaces(document)
        var findings = LanguageLint.findings(document, places)
        do throws(YAMLIssues) {
            let regulation = try Regulation(document)
            findings += DateLint(regulation: regulation, places: places).findings
            findings += ReferenceLint(regulation: regulation, places: places).findings
            findings += LetterLint(regulation: regulation, places: places).findings
            if let region = regions.first(where: {
                $0.municipalities.contains(regulation.municipality)
            }) {
                findings +=
                    RegionLint(regulation: regulation, region: region, places: places)
                    .findings
            }
            if let authorisations {
                findings +=
                    AuthorisationLint(
                        regulation: regulation, authorisations: authorisations, places: places
                    ).findings
            }
        } catch {
            findings = error.issues.map(Self.finding) + findings
        }
        return findings.sorted {
            ($0.position.line, $0.position.column, $0.path) < (
                $1.position.line, $1.position.column, $1.path
            )
        }
    }

    private static func finding(_ issue: YAMLIssue) -> LintFinding {
        let place = "line \(issue.line), column \(issue.column): "
        let subject = issue.path.isEmpty ? "the document" : issue.path
        let message = issue.message.dropFirst(place.count + subject.count + 1)
        let isTariff = issue.path.hasSuffix(".tariff")
        return LintFinding(
            rule: isTariff ? .maximumWithoutTariff : .form, severity: .error,
            position: issue.position, path: issue.path, message: String(message))
    }
}
