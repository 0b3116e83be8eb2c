import AccessRights
import ConsultLog
import Facts
import Gateway

/// Records that nobody boxed: a storage does not look into them.
enum ReferenceSamples {
    static func records(_ count: Int) throws -> [ReferenceRecord] {
        try (1...count).map(record)
    }

    /// Two organisations, two kinds, and tokens that several records share.
    static func record(_ number: Int) throws -> ReferenceRecord {
        let from = try CalendarDate(parsing: "2026-11-21")
        guard let key = DataKeyID(bytes: [UInt8](repeating: UInt8(number % 3), count: 16)) else {
            throw InvalidIdentifier(.date, .date)
        }
        func sealed(_ byte: UInt8) -> SealedField {
            SealedField(
                storedHash: [UInt8](repeating: byte, count: 32),
                box: [UInt8](repeating: byte, count: 124))
        }
        return ReferenceRecord(
            id: ReferenceID(
                UUIDv7(
                    at: Timestamp(milliseconds: 1_795_252_442_125),
                    random: (UInt64(number), UInt64(number)))),
            kind: try ReferenceKind(parsing: number.isMultiple(of: 2) ? "permit" : "card"),
            organisation: try EnterpriseNumber(base: 4_000_000 + number / 3 % 2),
            application: try ApplicationID(parsing: "counter"),
            purpose: try PurposeID(parsing: "permits"),
            authorisation: AuthorisationReference(
                id: try AuthorisationID(parsing: "right"),
                hash: AuthorisationHash(bytes: Array(0..<32))),
            from: from, until: from.adding(days: 30), key: key, subject: sealed(1),
            subjectToken: .max - UInt64(number / 2), dossier: sealed(2),
            dossierToken: UInt64(number / 2))
    }

    /// An entry that is owed about a record, with an official in the first of them.
    static func owed(_ number: Int, on record: ReferenceRecord) throws -> OwedReferenceEntry {
        let box = SealedField(
            storedHash: [UInt8](repeating: 3, count: 32), box: [UInt8](repeating: 3, count: 124))
        return OwedReferenceEntry(
            consult: ConsultID(
                UUIDv7(at: Timestamp(milliseconds: 1_795_252_442_125), random: (7, UInt64(number)))),
            reference: record.id, change: .closed, until: record.until,
            application: record.application,
            trace: number == 1
                ? try TraceID(parsing: "019aa5c2-7c00-7a3e-8f21-4b5c6d7e8f90") : nil,
            key: record.key, official: number == 1 ? box : nil)
    }
}
