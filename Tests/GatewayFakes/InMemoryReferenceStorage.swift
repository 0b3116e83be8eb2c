import AccessRights
public import ConsultLog
public import Facts
public import Gateway

/// A repertory in memory, which can be made to fail.
public actor InMemoryReferenceStorage: ReferenceStorage {
    private var records: [ReferenceID: ReferenceRecord] = [:]
    private var debts: [OwedReferenceEntry] = []
    private var writeFailure: StorageFailure?
    private var writesAllTheSame = false
    private var isBlind = false
    private var keepsDebts = false

    public init() {}

    /// - Parameter isWritten: whether what fails is there all the same.
    public func failWrites(_ failure: StorageFailure?, isWritten: Bool = false) {
        writeFailure = failure
        writesAllTheSame = isWritten
    }

    /// Makes every reading fail.
    public func setBlind(_ isBlind: Bool) { self.isBlind = isBlind }

    /// Makes the note that an entry was logged fail, as a crash before it would.
    public func setKeepingDebts(_ keeps: Bool) { keepsDebts = keeps }

    /// Puts another record in the place of one, as damage on disk would.
    public func damage(_ id: ReferenceID, _ change: (ReferenceRecord) -> ReferenceRecord) {
        records[id] = records[id].map(change)
    }

    public func insert(
        _ record: ReferenceRecord, unlessOpen twins: Set<ReferenceTokens>
    ) throws(StorageFailure) -> ReferenceRecord? {
        let twin = open(on: record.from).first { other in
            other.id != record.id && other.organisation == record.organisation
                && other.kind == record.kind
                && twins.contains(
                    ReferenceTokens(subject: other.subjectToken, dossier: other.dossierToken))
        }
        if twin == nil, writeFailure == nil || writesAllTheSame, records[record.id] == nil {
            records[record.id] = record
        }
        if let writeFailure { throw writeFailure }
        return twin
    }

    public func replace(
        _ before: ReferenceRecord, by after: ReferenceRecord, owing entry: OwedReferenceEntry?
    ) throws(StorageFailure) -> Bool {
        let isSame =
            records[before.id].map { $0.until == before.until && $0.closed == before.closed }
            ?? false
        if isSame, writeFailure == nil || writesAllTheSame {
            records[before.id] = after
            if let entry { debts.append(entry) }
        }
        if let writeFailure { throw writeFailure }
        return isSame
    }

    public func owed() throws(StorageFailure) -> [OwedReferenceEntry] {
        try look()
        return debts
    }

    public func settle(_ consult: ConsultID) throws(StorageFailure) {
        if keepsDebts { throw .notWritten(.failed) }
        debts.removeAll { $0.consult == consult }
    }

    public func record(_ id: ReferenceID) throws(StorageFailure) -> ReferenceRecord? {
        try look()
        return records[id]
    }

    public func keys(
        of organisation: EnterpriseNumber, openOn day: CalendarDate
    ) throws(StorageFailure) -> Set<DataKeyID> {
        try look()
        return Set(open(on: day).filter { $0.organisation == organisation }.map(\.key))
    }

    public func records(
        of organisation: EnterpriseNumber, with tokens: Set<UInt64>, in field: ReferenceField,
        openOn day: CalendarDate
    ) throws(StorageFailure) -> [ReferenceRecord] {
        try look()
        return open(on: day).filter { record in
            let token =
                switch field {
                case .subject: record.subjectToken
                case .dossier: record.dossierToken
                }
            return record.organisation == organisation && tokens.contains(token)
        }
    }

    public func records(
        openOn day: CalendarDate, after id: ReferenceID?, limit: Int
    ) throws(StorageFailure) -> [ReferenceRecord] {
        try look()
        return Array(open(on: day).filter { id == nil || $0.id > id ?? $0.id }.prefix(limit))
    }

    public func counts(openOn day: CalendarDate) throws(StorageFailure) -> [ReferenceCount] {
        try look()
        return Dictionary(grouping: open(on: day)) { [$0.organisation.digits, $0.kind.text] }
            .sorted { $0.key.lexicographicallyPrecedes($1.key) }
            .map { _, records in
                ReferenceCount(
                    organisation: records[0].organisation, kind: records[0].kind,
                    open: records.count)
            }
    }

    private func open(on day: CalendarDate) -> [ReferenceRecord] {
        records.values.filter { $0.isOpen(on: day) }.sorted { $0.id < $1.id }
    }

    private func look() throws(StorageFailure) {
        if isBlind { throw .unreadable }
    }
}
