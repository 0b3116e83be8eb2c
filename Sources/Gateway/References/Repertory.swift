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
    let debts = ReferenceDebts()
    /// What of it cannot be read any more.
    public let condition = RepertoryCondition()
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
    ) async throws(StorageFailure) -> FoundReferences {
        var found = try await found(.subject(subject), .subject, organisation, day)
        found.open.removeAll { $0.subject != subject }
        return found
    }

    /// The dossiers that an organisation has open under a name.
    ///
    /// - Throws: ``ConsultLog/StorageFailure`` when that cannot be known.
    func dossiers(
        named dossier: DossierReference, of organisation: EnterpriseNumber,
        openOn day: CalendarDate
    ) async throws(StorageFailure) -> FoundReferences {
        var found = try await found(.dossier(dossier), .dossier, organisation, day)
        found.open.removeAll { $0.dossier != dossier }
        return found
    }

    /// Boxes what is to be stored, under the key of the present month.
    ///
    /// - Parameter earlier: the same dossier, when it is open already: it keeps its name and its
    ///   first day.
    /// - Throws: ``ConsultLog/KeyFailure`` when there is no key and none can be made.
    func record(
        of order: ReferenceOrder, in consult: PermittedConsult, on day: CalendarDate,
        replacing earlier: ReferenceRecord? = nil
    ) async throws(KeyFailure) -> ReferenceRecord {
        let id = earlier?.id ?? newID(at: consult.gateway.now())
        let key = try await keys.key(for: KeyPeriod(retention: .standard, consult: consult.id))
        let index = key.referenceIndexKey
        func sealed(_ value: ConfidentialValue) -> SealedField {
            SealedField(value, inRecord: id.uuid, under: key, random: random)
        }
        return ReferenceRecord(
            id: id, kind: order.kind, organisation: consult.context.caller.organisation,
            application: consult.context.caller.application, purpose: consult.context.purpose,
            authorisation: consult.grant.authorisation, from: earlier?.from ?? day,
            until: order.until, key: key.id, subject: sealed(.subject(order.subject)),
            subjectToken: index.token(of: .subject(order.subject)),
            dossier: sealed(.dossier(order.dossier)),
            dossierToken: index.token(of: .dossier(order.dossier)))
    }

    /// By what a dossier that is open already is known to be the ordered one.
    ///
    /// - Throws: ``ConsultLog/StorageFailure`` when that cannot be known.
    func twins(
        of order: ReferenceOrder, of organisation: EnterpriseNumber, openOn day: CalendarDate
    ) async throws(StorageFailure) -> Set<ReferenceTokens> {
        var twins: Set<ReferenceTokens> = []
        for id in try await storage.keys(of: organisation, openOn: day) {
            guard let index = key(id)?.referenceIndexKey else { throw .unreadable }
            twins.insert(
                ReferenceTokens(
                    subject: index.token(of: .subject(order.subject)),
                    dossier: index.token(of: .dossier(order.dossier))))
        }
        return twins
    }

    /// Boxes what the log will be owed.
    ///
    /// - Throws: ``ConsultLog/KeyFailure`` when there is no key and none can be made.
    func owed(
        _ change: ReferenceChange, of record: ReferenceRecord, through context: ConsultContext,
        in consult: ConsultID
    ) async throws(KeyFailure) -> OwedReferenceEntry {
        let key = try await keys.key(for: KeyPeriod(retention: .standard, consult: consult))
        return OwedReferenceEntry(
            consult: consult, reference: record.id, change: change, until: record.until,
            application: context.caller.application, trace: context.trace, key: key.id,
            official: context.caller.official.map {
                SealedField(.official($0), inRecord: consult.uuid, under: key, random: random)
            })
    }

    /// The official of an entry that is owed; `nil` also when the box cannot be opened any more.
    func official(of entry: OwedReferenceEntry) -> OfficialID? {
        guard let box = entry.official, let key = key(entry.key),
            case .official(let official)? = try? box.open(
                .official, inRecord: entry.consult.uuid, using: key)
        else { return nil }
        return official
    }

    func newID(at time: Timestamp) -> ReferenceID {
        let words = random.bytes(16).reduce(into: (UInt64(0), UInt64(0))) { words, byte in
            words = (words.0 << 8 | words.1 >> 56, words.1 << 8 | UInt64(byte))
        }
        return ReferenceID(UUIDv7(at: time, random: words))
    }

    /// Lays the boxes of a record open; `nil` when its key is gone, or a byte of it is another than
    /// was written.
    func opened(_ record: ReferenceRecord) -> OpenReference? {
        guard let key = key(record.key) else { return nil }
        let id = record.id.uuid
        guard
            case .subject(let subject)? = try? record.subject.open(
                .subject, inRecord: id, using: key),
            case .dossier(let dossier)? = try? record.dossier.open(
                .dossier, inRecord: id, using: key)
        else {
            condition.note(record.id, isDamaged: true)
            return nil
        }
        condition.note(record.id, isDamaged: false)
        return OpenReference(record: record, subject: subject, dossier: dossier)
    }

    private func key(_ id: DataKeyID) -> DataKey? {
        let key = try? keys.key(id)
        condition.note(id, isMissing: key == nil)
        return key
    }

    /// Tokens are short: what has one need not be what is looked for.
    private func found(
        _ value: ConfidentialValue, _ field: ReferenceField, _ organisation: EnterpriseNumber,
        _ day: CalendarDate
    ) async throws(StorageFailure) -> FoundReferences {
        var found = FoundReferences()
        var tokens: Set<UInt64> = []
        for id in try await storage.keys(of: organisation, openOn: day) {
            if let key = key(id) {
                tokens.insert(key.referenceIndexKey.token(of: value))
            } else {
                found.isWhole = false
            }
        }
        guard !tokens.isEmpty else { return found }
        let records = try await storage.records(
            of: organisation, with: tokens, in: field, openOn: day)
        found.open = records.compactMap(opened)
        if found.open.count != records.count { found.isWhole = false }
        return found
    }
}
