import AccessRights
import CanonicalJSON
import ConsultLogFakes
import Crypto
import Facts
import Foundation
import Testing

@testable import ConsultLog

struct EntryFormTests {
    private let samples: LogSamples
    private let storage = InMemoryConsultLogStorage()
    private let bench: LogBench

    init() async throws {
        samples = try LogSamples()
        bench = try await LogBench(storage)
    }

    /// One of every kind, with every field that the kind has.
    private func entries() async throws -> [Entry] {
        let consult = bench.log.newConsult()
        let asked = try await bench.log.append(
            EntryDraft(
                consult: consult, ordinal: 2,
                body: .asked(
                    Asked(
                        request: samples.request(
                            [.personName, .personBirthDate],
                            trace: try TraceID(parsing: "4BF92F3577B34DA6A3CE929D0E0E4736")),
                        authorisation: samples.authorisation, operation: .person)),
                confidences: Confidences(
                    subject: .person(try samples.person()),
                    official: try OfficialID(parsing: "u \"quoted\" \\ é 𝄞"),
                    dossier: try DossierReference(parsing: "2026/PARK/0012"))))
        let date = try CalendarDate(parsing: "2026-12-01")
        let other = try AuthorisationID(parsing: "other")
        _ = try await bench.log.append([
            EntryDraft(
                consult: consult,
                body: .answered(
                    Answered(
                        asked: asked.asAsked, outcome: .found, role: .listed,
                        ticket: try SourceTicket(parsing: "a\"b\\c"),
                        retention: samples.retention)),
                confidences: Confidences(
                    subject: .vehicle(try Plate(parsing: "1-ABC-123")), received: ["150", "000"],
                    stated: .deceased)),
            EntryDraft(
                consult: consult,
                body: .refused(
                    Refused(
                        request: samples.request([], verification: nil),
                        authorisation: samples.authorisation, operation: .enterprise,
                        refusal: Refusal(reasons: [
                            .roleMissing(.consumer), .organisationHasNone,
                            .applicationNotCovered(samples.application),
                            .purposeNotGranted(samples.purpose), .notYetValid(other, from: date),
                            .noLongerValid(other, until: date), .attributeNotGranted(.personName),
                            .verificationNotGranted(.isAlive), .dossierRequired,
                            .officialRequired, .outsidePopulation,
                        ])))),
            samples.refused(in: consult, [.dossierRequired]),
            EntryDraft(
                consult: consult,
                body: .interrupted(
                    Interrupted(asked: asked.asAsked, retention: samples.retention))),
        ])
        _ = try await bench.log.append(try oversight(asked.id))
        return try await bench.reader.entries().map(\.entry)
    }

    /// One of each kind that is about the log itself, and the least that one can say.
    private func oversight(_ entry: EntryID) throws -> [EntryDraft] {
        let reason = try StatedReason(parsing: "complaint of 50020190037, \"quoted\" é")
        let official = try OfficialID(parsing: "u quoted")
        let months = try #require(range("2016-01", "2016-11"))
        let key = try #require(DataKeyID(bytes: [UInt8](repeating: 9, count: 16)))
        let other = try #require(DataKeyID(bytes: [UInt8](repeating: 8, count: 16)))
        let confidences = Confidences(official: official, reason: reason)
        let bodies: [EntryBody] = [
            .keyRetired(
                KeyRetired(
                    samples.retention,
                    periods: [
                        RetiredPeriod(month: months.last, keys: [key, other], entries: 12),
                        RetiredPeriod(month: months.first, keys: [], entries: 0),
                    ])),
            .keyRotated(
                KeyRotated(
                    wrappedBy: try #require(KeyEncryptionKeyID(bytes: Array(1...8))))),
            .holdChanged(
                HoldChanged(
                    .placed, of: LegalHoldID(entry.uuid), on: samples.retention, in: months)),
            .officialChanged(
                OfficialChanged(
                    .rolesChanged, roles: [.parkingDesk, .dpo],
                    organisation: samples.organisation, application: samples.application)),
            .officialChanged(OfficialChanged(.removed, roles: [])),
            .delegationChanged(
                DelegationChanged(
                    .given, of: DelegationID(entry.uuid), for: .to, role: .dpo,
                    until: LogBench.time, organisation: samples.organisation,
                    application: samples.application)),
            .continued(
                Continued(
                    checkpoint: try CheckpointText(
                        parsing: "example.org/log\n5\nqqqq=\n\n\u{2014} example.org/log AAAA\n"))),
            .rightChanged(
                RightChanged(
                    samples.authorisation, step: .suspend, state: .suspended,
                    validFrom: try CalendarDate(parsing: "2026-12-01"), revision: 7)),
        ]
        let reference = EntryDraft(
            consult: bench.log.newConsult(),
            body: .referenceChanged(
                ReferenceChanged(
                    .opened, of: ReferenceID(entry.uuid), try ReferenceKind(parsing: "permit"),
                    by: samples.organisation, samples.application, for: samples.purpose,
                    under: samples.authorisation,
                    from: try CalendarDate(parsing: "2026-11-21"),
                    until: try CalendarDate(parsing: "2027-11-20"),
                    trace: try TraceID(parsing: "4BF92F3577B34DA6A3CE929D0E0E4736"))),
            confidences: Confidences(
                subject: .person(try samples.person()), official: official,
                dossier: try DossierReference(parsing: "2026/PARK/0012")))
        let audited = EntryDraft(
            consult: bench.log.newConsult(),
            body: .audited(
                Audited(
                    action: .disclosure, criteria: Set(AuditCriterion.allCases),
                    fields: [.subject, .dossier], consult: bench.log.newConsult(), entry: entry,
                    organisation: samples.organisation, application: samples.application,
                    trace: try TraceID(parsing: "4BF92F3577B34DA6A3CE929D0E0E4736"))),
            confidences: Confidences(
                subject: .person(try samples.person()), official: official,
                dossier: try DossierReference(parsing: "2026/PARK/0012"), reason: reason))
        let least = EntryDraft(
            consult: bench.log.newConsult(), body: .audited(Audited(action: .search)))
        return bodies.map {
            EntryDraft(consult: bench.log.newConsult(), body: $0, confidences: confidences)
        } + [reference, audited, least]
    }

    private func range(_ first: String, _ last: String) -> MonthRange? {
        guard let first = Month(parsing: first), let last = Month(parsing: last) else {
            return nil
        }
        return MonthRange(from: first, to: last)
    }

    @Test("every kind is canonical JSON and reads back as what was written")
    func isCanonical() async throws {
        let entries = try await entries()
        #expect(Set(entries.map(\.kind)) == Set(EntryKind.allCases))
        for entry in entries {
            #expect(try JSONValue(parsing: entry.bytes).canonicalBytes() == entry.bytes)
            #expect(try Entry(parsing: entry.bytes) == entry)
        }
    }

    @Test("scanned or parsed, an entry is found by the same")
    func isSearchable() async throws {
        for entry in try await entries() {
            let found = try SearchableEntry(parsing: entry.bytes)
            #expect(found.id == entry.id && found.consult == entry.consult)
            #expect(found.time == entry.time && found.kind == entry.kind)
            #expect(found.retention == entry.body.retention)
            #expect(found.asked == entry.body.asked?.id)
            #expect(found.key == entry.confidential?.key)
            let isConsult = [.asked, .refused].contains(entry.kind)
            #expect((found.organisation == samples.organisation.digits) || !isConsult)
            #expect((found.application == samples.application.text) || !isConsult)
            let hasPurpose = isConsult || entry.kind == .referenceChanged
            #expect(found.purpose == (hasPurpose ? samples.purpose.text : nil))
            #expect(found.isListed == (entry.kind == .answered))
            #expect(found.outcome == (entry.kind == .answered ? "found" : nil))
            guard let key = try entry.confidential.map({ try bench.keys.key($0.key) }) else {
                continue
            }
            for field in [ConfidentialField.subject, .official, .dossier] {
                let value = try? entry.open(field, using: bench.keys).value
                let token = try found.token(of: field, under: key.indexKey, opening: key)
                #expect(token == value.map { key.indexKey.token(of: $0) })
            }
        }
    }

    @Test("a flipped bit in what an entry can be found by gives another value or none")
    func noticesFlippedBitsInScans() async throws {
        for entry in try await entries().prefix(2) {
            let key = try bench.keys.key(try #require(entry.confidential).key)
            let token = try SearchableEntry(parsing: entry.bytes)
                .token(of: .subject, under: key.indexKey, opening: key)
            let text = String(decoding: entry.bytes, as: UTF8.self)
            let field = try #require(text.range(of: "\"subject\":"))
            let start = text.utf8.distance(from: text.startIndex, to: field.upperBound)
            let end = try #require(entry.bytes[start...].firstIndex(of: UInt8(ascii: "}")))
            for offset in start..<end {
                var changed = entry.bytes
                changed[offset] ^= 1 << UInt8(offset % 7)
                let other = try? SearchableEntry(parsing: changed)
                    .token(of: .subject, under: key.indexKey, opening: key)
                #expect(other != token)
            }
        }
    }

    @Test("the form never changes: the same inputs give the bytes of the first version")
    func isFrozen() async throws {
        let consult = bench.log.newConsult()
        let asked = try await bench.log.append(
            samples.asked(in: consult, about: .person(try samples.person())))
        _ = try await bench.log.append(samples.answered(asked, in: consult))
        let texts = await storage.entries.map { String(decoding: $0.bytes, as: UTF8.self) }
        #expect(texts == FrozenEntries.texts)
        let leafHashes = await storage.entries.map { LeafHash(ofEntry: $0.bytes).text }
        #expect(leafHashes == FrozenEntries.leafHashes)
    }

    @Test("the boxes of the first version open into the triples of the first version")
    func opensFrozenBoxes() throws {
        let digits = Array(FrozenEntries.dataKey)
        let secret = stride(from: 0, to: digits.count, by: 2).compactMap { start in
            UInt8(String(digits[start..<start + 2]), radix: 16)
        }
        try #require(secret.count == 32)
        for (text, triples) in zip(FrozenEntries.texts, FrozenEntries.triples) {
            let entry = try Entry(parsing: Array(text.utf8))
            let fields = try #require(entry.confidential)
            let key = DataKey(
                id: fields.key,
                period: KeyPeriod(retention: samples.retention, consult: entry.consult),
                secret: SymmetricKey(data: secret))
            let opened = try ConfidentialField.allCases.compactMap { field in
                try fields[field]?.open(field, in: entry.id, using: key).bytes
            }
            #expect(opened.map { String(decoding: $0, as: UTF8.self) } == triples)
        }
    }

    @Test(
        "the published example is what the code writes", arguments: [(0, "asked"), (1, "answered")])
    func publishesTheExample(_ index: Int, _ kind: String) throws {
        let contracts = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Contracts/log")
        let published = try Data(contentsOf: contracts.appending(path: "\(kind).json"))
        #expect(Array(published) == Array(FrozenEntries.texts[index].utf8))
        let text = try String(contentsOf: contracts.appending(path: "README.md"), encoding: .utf8)
        let shown = FrozenEntries.triples[index] + [FrozenEntries.leafHashes[index]]
        for value in shown + [FrozenEntries.dataKey] { #expect(text.contains("`\(value)`")) }
    }

    @Test("no text of a confidential field is in the bytes of any entry")
    func hidesWhatIsConfidential() async throws {
        let person = try samples.person().digits
        for entry in try await entries() {
            let text = String(decoding: entry.bytes, as: UTF8.self)
            for secret in [person, "1ABC123", "quoted", "PARK", "deceased", "000150"] {
                #expect(!text.contains(secret))
            }
        }
    }

    @Test("an entry that was changed anywhere is refused or is another entry")
    func noticesChanges() async throws {
        for entry in try await entries() {
            for position in entry.bytes.indices {
                var changed = entry.bytes
                changed[position] ^= 1
                let other = try? Entry(parsing: changed)
                #expect(other != entry)
                #expect(LeafHash(ofEntry: changed) != entry.leafHash)
            }
        }
    }

    @Test(
        "anything but the one form is refused",
        arguments: [
            ("{\"body\"", "{ \"body\""), ("\"version\":1", "\"version\":2"),
            ("\"kind\":\"asked\"", "\"kind\":\"guessed\""), ("\"ordinal\":2", "\"ordinal\":0"),
            ("\"ordinal\":2", "\"ordinal\":2,\"other\":1"),
            ("\"source\":\"nationalRegister\"", "\"source\":\"vehicleRegister\""),
            ("\"retention\":\"ten-years\",", ""), ("\"nonce\":\"", "\"nonce\":\"A"),
        ])
    func isStrict(_ wrong: (of: String, with: String)) async throws {
        let asked = try #require(try await entries().first)
        try expectRefusal(of: asked, changed: wrong)
    }

    @Test(
        "what is about the log itself has one form too",
        arguments: [
            (.audited, ("\"action\":\"disclosure\"", "\"action\":\"look\"")),
            (
                .audited,
                ("[\"application\",\"authorisation\"", "[\"authorisation\",\"application\"")
            ),
            (.audited, ("[\"application\"", "[\"application\",\"application\"")),
            (.audited, ("\"subject\"],\"key\"", "\"subject\",\"x\"],\"key\"")),
            (.audited, ("\"reason\":{", "\"stated\":{")),
            (.audited, ("\"ofEntry\":\"", "\"ofEntry\":\"x")),
            (.audited, ("\"retention\":\"ten-years\",", "")),
            (.keyRetired, ("\"month\":\"2016-01\"", "\"month\":\"2016-13\"")),
            (.keyRetired, ("\"month\":\"2016-01\"", "\"month\":\"2016-12\"")),
            (.keyRetired, ("\"entries\":12", "\"entries\":-1")),
            (.keyRetired, ("\"entries\":12", "\"entries\":12.5")),
            (.keyRetired, ("\"entries\":12,", "")),
            (.keyRetired, ("\"keys\":[\"C", "\"keys\":[\"")),
            (.keyRetired, ("\"class\":\"ten-years\",", "")),
            (.keyRetired, ("\"official\":{", "\"subject\":{")),
            (.keyRotated, ("\"by\":\"AQ", "\"by\":\"")),
            (.keyRotated, (",\"retention\":\"ten-years\"", "")),
            (.keyRotated, ("\"official\":{", "\"subject\":{")),
            (.holdChanged, ("\"change\":\"placed\"", "\"change\":\"moved\"")),
            (.holdChanged, ("\"to\":\"2016-11\"", "\"to\":\"2015-11\"")),
            (.holdChanged, ("\"hold\":\"", "\"held\":\"")),
            (.referenceChanged, ("\"change\":\"opened\"", "\"change\":\"moved\"")),
            (.referenceChanged, ("\"until\":\"2027-11-20\"", "\"until\":\"2027-11-31\"")),
            (.referenceChanged, ("\"kind\":\"permit\"", "\"kind\":\"Permit\"")),
            (.referenceChanged, ("\"reference\":\"", "\"reference\":\"x")),
            (.referenceChanged, ("\"subject\":{", "\"stated\":{")),
            (.officialChanged, ("\"change\":\"rolesChanged\"", "\"change\":\"moved\"")),
            (.officialChanged, ("[\"dpo\",\"parkingDesk\"]", "[\"parkingDesk\",\"dpo\"]")),
            (.officialChanged, ("[\"dpo\",\"parkingDesk\"]", "[\"dpo\",\"king\"]")),
            (.delegationChanged, ("\"party\":\"to\"", "\"party\":\"of\"")),
            (.delegationChanged, ("\"role\":\"dpo\",", "")),
            (.continued, ("AAAA\\n", "AAAA")), (.continued, ("\\n5", "\\u000a5")),
            (.continued, ("\\n5", "\\t5")), (.continued, ("\"official\":{", "\"dossier\":{")),
            (.rightChanged, ("\"step\":\"suspend\"", "\"step\":\"end\"")),
            (.rightChanged, ("\"state\":\"suspended\"", "\"state\":\"gone\"")),
            (.rightChanged, ("\"revision\":7", "\"revision\":0")),
            (.rightChanged, ("\"from\":\"2026-12-01\"", "\"from\":\"2026-12-32\"")),
            (.rightChanged, ("\"official\":{", "\"subject\":{")),
        ] as [(EntryKind, (String, String))])
    func isStrictAboutItself(_ kind: EntryKind, _ wrong: (of: String, with: String)) async throws {
        let entry = try #require(
            try await entries().first { $0.kind == kind && $0.confidential != nil })
        try expectRefusal(of: entry, changed: wrong)
    }

    @Test("an entry about a consult holds no reason")
    func keepsReasonsToItself() async throws {
        let entries = try await entries()
        for kind in [EntryKind.asked, .answered] {
            let entry = try #require(entries.first { $0.kind == kind })
            let field = kind == .asked ? "official" : "received"
            try expectRefusal(of: entry, changed: ("\"\(field)\":{", "\"reason\":{"))
        }
    }

    private func expectRefusal(
        of entry: Entry, changed wrong: (of: String, with: String)
    ) throws {
        let text = String(decoding: entry.bytes, as: UTF8.self)
        let parts = text.split(separator: wrong.of, maxSplits: 1, omittingEmptySubsequences: false)
        try #require(parts.count == 2)
        let changed = Array((parts[0] + wrong.with + parts[1]).utf8)
        #expect(throws: EntryFailure.self) { try Entry(parsing: changed) }
    }

    @Test("reasons beyond what fits are counted")
    func countsOmittedReasons() async throws {
        let name = try AuthorisationID(parsing: String(repeating: "a", count: 64))
        let day = try CalendarDate(parsing: "2026-12-01")
        let reasons = [RefusalReason](repeating: .notYetValid(name, from: day), count: 5000)
        _ = try await bench.log.append(samples.refused(in: bench.log.newConsult(), reasons))
        let entry = try #require(try await bench.reader.entries().first?.entry)
        guard case .refused(let refused) = entry.body else {
            Issue.record("not a refusal")
            return
        }
        #expect(refused.reasons.count == Refused.mostReasons)
        #expect(refused.omittedReasons == 4800)
        #expect(entry.bytes.count <= Entry.mostBytes)
    }

    @Test("leaf hashes are those of RFC 6962")
    func leafHashVectors() {
        let hashes = ["", "L123456"].map { LeafHash(ofEntry: Array($0.utf8)).bytes }
        #expect(hashes[0].prefix(4) == [0x6E, 0x34, 0x0B, 0x9C])
        #expect(hashes[0].suffix(2) == [0xA0, 0x1D])
        #expect(hashes[1].prefix(4) == [0x39, 0x5A, 0xA0, 0x64])
        #expect(hashes[1].suffix(2) == [0x4D, 0x56])
    }
}
