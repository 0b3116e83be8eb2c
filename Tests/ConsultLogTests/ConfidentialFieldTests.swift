import AccessRights
import ConsultLogFakes
import Facts
import Testing

@testable import ConsultLog

struct ConfidentialFieldTests {
    private let samples: LogSamples
    private let key: DataKey
    private let otherKey: DataKey
    private let bench: LogBench
    private let id: EntryID
    private let otherID: EntryID
    private let salt = [UInt8](repeating: 3, count: 16)
    private let nonce = [UInt8](repeating: 4, count: 12)

    init() async throws {
        samples = try LogSamples()
        bench = try await LogBench(InMemoryConsultLogStorage())
        let period = KeyPeriod(retention: samples.retention, month: Month(of: LogBench.time))
        key = try await bench.keys.key(for: period)
        otherKey = try await LogBench(InMemoryConsultLogStorage(), seed: 2).keys.key(for: period)
        id = EntryID(UUIDv7(at: LogBench.time, random: (1, 2)))
        otherID = EntryID(UUIDv7(at: LogBench.time, random: (1, 3)))
    }

    private func values() throws -> [ConfidentialValue] {
        [
            .subject(.person(try samples.person())),
            .subject(.vehicle(try Plate(parsing: "1ABC123"))),
            .subject(.vehicle(try Plate(parsing: "A1"))),
            .subject(.enterprise(samples.organisation)),
            .official(try OfficialID(parsing: "é \"\\ 𝄞")),
            .dossier(try DossierReference(parsing: String(repeating: "d", count: 128))),
            .stated(.answer(true)), .stated(.answer(false)), .stated(.answer(nil)),
            .stated(.deceased), .stated(.number(7)), .stated(.nothing), .received([]),
            .received(["150", "000"]),
            .received(Set((0..<114).map(informationType))),
            .reason(try StatedReason(parsing: "why")),
            .reason(try StatedReason(parsing: String(repeating: "w", count: 300))),
            .reason(try StatedReason(parsing: String(repeating: "é", count: 100))),
        ]
    }

    private func sealed(_ value: ConfidentialValue) -> SealedField {
        SealedField(Disclosure(salt: salt, value: value), in: id, under: key, nonce: nonce)
    }

    @Test("every value opens with its key, entry and field, and with no other")
    func opensWithItsKeyAlone() throws {
        for value in try values() {
            let field = sealed(value)
            #expect(try field.open(value.field, in: id, using: key).value == value)
            #expect(throws: DisclosureFailure.doesNotOpen) {
                try field.open(value.field, in: id, using: otherKey)
            }
            #expect(throws: DisclosureFailure.doesNotOpen) {
                try field.open(value.field, in: otherID, using: key)
            }
            for other in ConfidentialField.allCases where other != value.field {
                #expect(throws: DisclosureFailure.doesNotOpen) {
                    try field.open(other, in: id, using: key)
                }
            }
        }
    }

    @Test("a box or hash with any byte changed or missing does not open")
    func noticesEveryByte() throws {
        for value in try values() {
            let field = sealed(value)
            for position in field.box.indices {
                var box = field.box
                box[position] ^= 0x80
                let changed = SealedField(hash: field.hash, box: box)
                #expect(throws: DisclosureFailure.doesNotOpen) {
                    try changed.open(value.field, in: id, using: key)
                }
            }
            for position in field.hash.indices {
                var hash = field.hash
                hash[position] ^= 1
                let changed = SealedField(hash: hash, box: field.box)
                #expect(throws: DisclosureFailure.hashDiffers) {
                    try changed.open(value.field, in: id, using: key)
                }
            }
            for length in [0, 11, 12, 27, 28, field.box.count - 1] {
                let cut = SealedField(hash: field.hash, box: Array(field.box.prefix(length)))
                #expect(throws: DisclosureFailure.doesNotOpen) {
                    try cut.open(value.field, in: id, using: key)
                }
            }
        }
    }

    @Test(
        "the length of a box tells neither the kind of a subject, an outcome, nor what came",
        arguments: [
            (ConfidentialField.subject, 96), (.stated, 96), (.received, 384), (.reason, 384),
        ])
    func hidesLengths(_ field: ConfidentialField, _ length: Int) throws {
        let lengths = try values().filter { $0.field == field }.map { sealed($0).box.count }
        #expect(lengths.count > 2)
        #expect(Set(lengths) == [12 + length + 16])
    }

    @Test(
        "a list of information types has one form",
        arguments: ["\"000000\"", "\"150000\"", "\"00\"", "\"00a\"", "[]", "null", "\"-01\""])
    func readsOneListAlone(_ value: String) {
        let triple = "[\"AwMDAwMDAwMDAwMDAwMDAw\",\"received\",\(value)]"
        #expect(throws: DisclosureFailure.malformed) {
            try Disclosure(parsing: Array(triple.utf8))
        }
    }

    private func informationType(_ number: Int) -> InformationType {
        let digits = String(1000 + number).dropFirst()
        return InformationType(stringLiteral: String(digits))
    }

    @Test("a disclosure can be checked without any key")
    func disclosesAlone() throws {
        for value in try values() {
            let disclosure = Disclosure(salt: salt, value: value)
            let read = try Disclosure(parsing: disclosure.bytes)
            #expect(read == disclosure)
            #expect(read.hash == sealed(value).hash)
            #expect(throws: DisclosureFailure.malformed) {
                try Disclosure(parsing: disclosure.bytes + [0x20])
            }
        }
    }

    @Test("two entries about one person share no bytes in their confidential fields")
    func sharesNothing() async throws {
        let subject = Subject.person(try samples.person())
        let drafts = [0, 1].map { _ in
            samples.asked(in: bench.log.newConsult(), about: subject)
        }
        _ = try await bench.log.append(drafts)
        let fields = try await bench.reader.entries().compactMap { $0.entry.confidential?.subject }
        try #require(fields.count == 2)
        for (left, right) in [(fields[0].box, fields[1].box), (fields[0].hash, fields[1].hash)] {
            let shared = windows(left).intersection(windows(right))
            #expect(shared.isEmpty)
        }
    }

    @Test("an entry opens its own fields, and says when there is none")
    func opensThroughTheEntry() async throws {
        let subject = Subject.person(try samples.person())
        _ = try await bench.log.append(samples.asked(in: bench.log.newConsult(), about: subject))
        let entry = try #require(try await bench.reader.entries().first?.entry)
        #expect(try entry.open(.subject, using: bench.keys).value == .subject(subject))
        #expect(throws: DisclosureFailure.absent) { try entry.open(.dossier, using: bench.keys) }
        let stranger = try await LogBench(InMemoryConsultLogStorage(), seed: 2).keys
        let id = try #require(entry.confidential?.key)
        #expect(throws: DisclosureFailure.noKey(.unknown(id))) {
            try entry.open(.subject, using: stranger)
        }
    }

    @Test("nothing confidential prints itself")
    func printsNothing() throws {
        for value in try values() {
            #expect("\(value)" == "ConfidentialValue(…)")
            var dumped = ""
            dump(value, to: &dumped)
            dump(Disclosure(salt: salt, value: value), to: &dumped)
            #expect(!dumped.contains(try samples.person().digits))
        }
        var dumped = ""
        dump(Confidences(subject: .person(try samples.person())), to: &dumped)
        dump(key, to: &dumped)
        #expect(!dumped.contains(try samples.person().digits))
        #expect(!dumped.contains("secret"))
    }

    /// Every run of four bytes: equal ones by chance are one in a million here.
    private func windows(_ bytes: [UInt8]) -> Set<ArraySlice<UInt8>> {
        Set((0..<bytes.count - 3).map { bytes[$0..<$0 + 4] })
    }
}
