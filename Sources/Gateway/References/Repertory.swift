import AccessRights
public import ConsultLog
import Facts

/// The repertory of references (verwijzingsrepertorium, répertoire des références): which
/// organisation has which kind of dossier open on which subject, from when to when.
///
/// Subjects and names of dossiers are boxed under the log's data keys of the month, and found by
/// tokens made with keys derived from them: when the data key of a month is destroyed, so is what
/// the repertory says of it.
public struct Repertory: Sendable {
    let storage: any ReferenceStorage
    private let keys: DataKeys
    private let random: any RandomSource

    public init(
        _ storage: any ReferenceStorage, keys: DataKeys, random: any RandomSource = SystemRandom()
    ) {
        self.storage = storage
        self.keys = keys
        self.random = random
    }

    /// The dossiers that an organisation has open on a subject.
    ///
    /// - Throws: ``ConsultLog/StorageFailure`` when that cannot be known.
    func dossiers(
        on subject: Subject, of organisation: EnterpriseNumber, openOn day: CalendarDate
    ) async throws(StorageFailure) -> [OpenReference] {
        try await found(.subject(subject), .subject, organisation, day)
            .filter { $0.subject == subject }
    }

    /// The dossiers that an organisation has open under a name.
    ///
    /// - Throws: ``ConsultLog/StorageFailure`` when that cannot be known.
    func dossiers(
        named dossier: DossierReference, of organisation: EnterpriseNumber,
        openOn day: CalendarDate
    ) async throws(StorageFailure) -> [OpenReference] {
        try await found(.dossier(dossier), .dossier, organisation, day)
            .filter { $0.dossier == dossier }
    }

    /// Boxes what is to be stored.
    ///
    /// - Throws: ``ConsultLog/KeyFailure`` when there is no key and none can be made.
    func record(
        _ id: ReferenceID, _ order: ReferenceOrder, in context: ConsultContext,
        under grant: Grant, from day: CalendarDate
    ) async throws(KeyFailure) -> ReferenceRecord {
        let key = try await keys.key(
            for: KeyPeriod(retention: .standard, consult: ConsultID(id.uuid)))
        let index = key.referenceIndexKey
        func sealed(_ value: ConfidentialValue) -> SealedField {
            SealedField(value, inRecord: id.uuid, under: key, random: random)
        }
        return ReferenceRecord(
            id: id, kind: order.kind, organisation: context.caller.organisation,
            application: context.caller.application, purpose: context.purpose,
            authorisation: grant.authorisation, from: day, until: order.until, key: key.id,
            subject: sealed(.subject(order.subject)),
            subjectToken: index.token(of: .subject(order.subject)),
            dossier: sealed(.dossier(order.dossier)),
            dossierToken: index.token(of: .dossier(order.dossier)))
    }

    func newID(at time: Timestamp) -> ReferenceID {
        let words = random.bytes(16).reduce(into: (UInt64(0), UInt64(0))) { words, byte in
            words = (words.0 << 8 | words.1 >> 56, words.1 << 8 | UInt64(byte))
        }
        return ReferenceID(UUIDv7(at: time, random: words))
    }

    /// Lays the boxes of a record open; `nil` when its key was destroyed, or a byte of it is
    /// another than was written.
    func opened(_ record: ReferenceRecord) -> OpenReference? {
        let id = record.id.uuid
        guard let key = try? keys.key(record.key),
            case .subject(let subject)? = try? record.subject.open(
                .subject, inRecord: id, using: key),
            case .dossier(let dossier)? = try? record.dossier.open(
                .dossier, inRecord: id, using: key)
        else { return nil }
        return OpenReference(record: record, subject: subject, dossier: dossier)
    }

    /// Tokens are short: what has one need not be what is looked for.
    private func found(
        _ value: ConfidentialValue, _ field: ReferenceField, _ organisation: EnterpriseNumber,
        _ day: CalendarDate
    ) async throws(StorageFailure) -> [OpenReference] {
        var tokens: Set<UInt64> = []
        for id in try await storage.keys(of: organisation, openOn: day) {
            guard let key = try? keys.key(id) else { continue }
            tokens.insert(key.referenceIndexKey.token(of: value))
        }
        guard !tokens.isEmpty else { return [] }
        return try await storage.records(of: organisation, with: tokens, in: field, openOn: day)
            .compactMap(opened)
    }
}
