public import AccessRights
import CanonicalJSON
public import Facts

/// What an entry can be found by.
///
/// The kinds of which there are many are scanned for it, some ten times as fast as
/// ``Entry/init(parsing:)``: they are held to canonical JSON, and what is boxed to its tag and its
/// hash, but no value is looked at that nobody searches for.
public struct SearchableEntry: Sendable {
    public let id: EntryID
    public let consult: ConsultID
    public let time: Timestamp
    public let kind: EntryKind
    public let retention: RetentionClass
    /// The intent of which it is the outcome.
    public let asked: EntryID?
    /// Whether its subject is one that the answer about another subject named.
    public let isListed: Bool
    public let organisation: String?
    public let application: String?
    public let purpose: String?
    public let authorisation: String?
    public let source: String?
    public let outcome: String?
    /// Under which its confidential fields are boxed.
    public let key: DataKeyID?
    private let subject: SealedField?
    private let official: SealedField?
    private let dossier: SealedField?

    /// Reads an entry.
    ///
    /// - Throws: ``EntryFailure``, as ``Entry/init(parsing:)`` does.
    public init(parsing bytes: [UInt8]) throws(EntryFailure) {
        do throws(CanonicalScanner.Unexpected) {
            try self.init(EntryScan(bytes.span), in: bytes.span)
        } catch {
            // What is seldom, and what is wrong: the parser knows it all, and says what.
            self.init(try Entry(parsing: bytes))
        }
    }

    /// The confidential field, if it has one, under which it can be found.
    subscript(field: ConfidentialField) -> SealedField? {
        switch field {
        case .subject: subject
        case .official: official
        case .dossier: dossier
        case .reason, .received, .stated: nil
        }
    }

    private init(
        _ scan: EntryScan, in bytes: Span<UInt8>
    ) throws(CanonicalScanner.Unexpected) {
        let body = scan.body
        id = EntryID(scan.id)
        consult = ConsultID(scan.consult)
        time = Timestamp(milliseconds: scan.time)
        kind = scan.kind
        guard
            let retention = try? RetentionClass(parsing: try body.retention?.text(in: bytes) ?? "")
        else { throw CanonicalScanner.Unexpected(offset: 0) }
        self.retention = retention
        asked = body.asked.map { EntryID($0) }
        isListed = try body.role?.text(in: bytes) == SubjectRole.listed.rawValue
        organisation = try body.organisation?.text(in: bytes)
        application = try body.application?.text(in: bytes)
        purpose = try body.purpose?.text(in: bytes)
        authorisation = try body.authorisation?.text(in: bytes)
        source = try body.source?.text(in: bytes)
        outcome = try body.outcome?.text(in: bytes)
        key = try body.key?.key(in: bytes)
        subject = try body.subject?.field(in: bytes)
        official = try body.official?.field(in: bytes)
        dossier = try body.dossier?.field(in: bytes)
    }

    private init(_ entry: Entry) {
        id = entry.id
        consult = entry.consult
        time = entry.time
        kind = entry.kind
        retention = entry.body.retention
        asked = entry.body.asked?.id
        isListed = entry.body.isAboutListed
        let request = entry.body.request
        let reference = entry.body.reference
        organisation =
            request?.organisation.digits ?? reference?.organisation.digits
            ?? entry.body.orderer?.organisation?.digits
        application =
            request?.application.text ?? reference?.application.text
            ?? entry.body.orderer?.application?.text
        purpose = request?.purpose.text ?? reference?.purpose.text
        authorisation = entry.body.authorisation?.id.text ?? reference?.authorisation.id.text
        source = entry.body.operation?.source.rawValue
        outcome = entry.body.outcome?.rawValue
        key = entry.confidential?.key
        subject = entry.confidential?.subject
        official = entry.confidential?.official
        dossier = entry.confidential?.dossier
    }
}

extension EntryBody {
    fileprivate var request: LoggedRequest? {
        switch self {
        case .asked(let asked): asked.request
        case .refused(let refused): refused.request
        case .answered, .interrupted, .audited, .keyRetired, .keyRotated, .holdChanged, .continued,
            .rightChanged, .referenceChanged, .officialChanged, .delegationChanged:
            nil
        }
    }

    fileprivate var authorisation: AuthorisationReference? {
        switch self {
        case .asked(let asked): asked.authorisation
        case .refused(let refused): refused.authorisation
        case .rightChanged(let changed): changed.authorisation
        case .answered, .interrupted, .audited, .keyRetired, .keyRotated, .holdChanged, .continued,
            .referenceChanged, .officialChanged, .delegationChanged:
            nil
        }
    }

    fileprivate var operation: SourceOperation? {
        switch self {
        case .asked(let asked): asked.operation
        case .refused(let refused): refused.operation
        case .answered, .interrupted, .audited, .keyRetired, .keyRotated, .holdChanged, .continued,
            .rightChanged, .referenceChanged, .officialChanged, .delegationChanged:
            nil
        }
    }

    fileprivate var outcome: OutcomeClass? {
        if case .answered(let answered) = self { answered.outcome } else { nil }
    }

    fileprivate var isAboutListed: Bool {
        if case .answered(let answered) = self { answered.role == .listed } else { false }
    }

    fileprivate var reference: ReferenceChanged? {
        if case .referenceChanged(let changed) = self { changed } else { nil }
    }

    /// Whose application looked into the log, or ordered what the entry tells.
    fileprivate var orderer: (organisation: EnterpriseNumber?, application: ApplicationID?)? {
        switch self {
        case .audited(let audited): (audited.organisation, audited.application)
        case .officialChanged(let changed): (changed.organisation, changed.application)
        case .delegationChanged(let changed): (changed.organisation, changed.application)
        case .asked, .answered, .refused, .interrupted, .keyRetired, .keyRotated, .holdChanged,
            .continued, .rightChanged, .referenceChanged:
            nil
        }
    }
}
