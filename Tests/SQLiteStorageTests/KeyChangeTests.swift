import AccessRights
import ConsultLog
import ConsultLogFakes
import Foundation
import Testing

@testable import SQLiteStorage

@Suite("changes of keys on disk")
struct KeyChangeTests {
    private let directory: TemporaryDirectory
    private let retention: RetentionClass
    private var folder: String { directory.path(of: "keys") }
    private var path: String { directory.path(of: "kek") }
    private var source: KeyEncryptionKeySource { .file(path) }

    init() throws {
        directory = try TemporaryDirectory()
        retention = try RetentionClass(parsing: "ten-years")
        _ = try KeyEncryptionKey.create(at: path)
    }

    private func period(_ month: String) throws -> KeyPeriod {
        KeyPeriod(retention: retention, month: try #require(Month(parsing: month)))
    }

    private func keys() async throws -> DataKeys {
        try await source.dataKeys(
            in: try await FileKeyStore.open(at: folder), environment: [:])
    }

    private func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    }

    /// A store with two months, and what a change that destroys the first would put there.
    private func prepared() async throws -> (
        old: DataKeyID, kept: DataKeyID, next: [WrappedDataKey], key: KeyEncryptionKey
    ) {
        let keys = try await keys()
        let old = try await keys.key(for: try period("2016-10")).id
        let kept = try await keys.key(for: try period("2026-11")).id
        let copy = InMemoryKeyStore(
            try await FileKeyStore.open(at: folder).keys())
        let key = try await SourceSuccession(source).next()
        let present = try KeyEncryptionKey(contentsOf: path)
        let scratch = try await DataKeys(store: copy, wrappedBy: present)
        _ = try await scratch.destroy([try period("2016-10")], wrappingOthersBy: key)
        return (old, kept, await copy.stored, key)
    }

    @Test("a change destroys the old files and the old key, and the store opens as before")
    func changes() async throws {
        let keys = try await keys()
        let old = try await keys.key(for: try period("2016-10")).id
        let kept = try await keys.key(for: try period("2026-11")).id
        let bytes = FileManager.default.contents(atPath: path)
        let succession = SourceSuccession(source)
        let next = try await succession.next()
        let done = try await keys.destroy([try period("2016-10")], wrappingOthersBy: next)
        try await succession.promote()
        #expect(done == .complete)
        #expect(try names() == ["ten-years.2026-11.\(kept).key"])
        #expect(FileManager.default.contents(atPath: path) != bytes)
        #expect(!FileManager.default.fileExists(atPath: path + ".next"))
        let again = try await self.keys()
        #expect(try again.key(kept).period.month.description == "2026-11")
        #expect(throws: KeyFailure.unknown(old)) { try again.key(old) }
    }

    @Test("killed before the step: the store opens with the old key, and the new one is forgotten")
    func killedBefore() async throws {
        let (old, kept, _, _) = try await prepared()
        try DurableFile.create(
            [0x31], at: folder + "/" + KeyStoreReplacement.name + DurableFile.draftSuffix)
        #expect(FileManager.default.fileExists(atPath: path + ".next"))
        let keys = try await keys()
        #expect(Set(keys.names.values.flatMap(\.self)) == [old, kept])
        #expect(!FileManager.default.fileExists(atPath: path + ".next"))
    }

    @Test(
        "killed after the step, wherever: the new key opens it, and the rest is done",
        arguments: 0..<4)
    func killedAfter(_ steps: Int) async throws {
        let (old, kept, next, key) = try await prepared()
        let present = try Set(names())
        try KeyStoreReplacement(directory: folder).decide(next)
        if steps > 0 {
            try DurableFile.write(
                WrappedKeyFile.bytes(of: next[0]),
                to: folder + "/" + WrappedKeyFile.name(of: next[0]))
        }
        if steps > 1 {
            let gone = try #require(present.first { $0.contains("2016-10") })
            try DurableFile.destroy(folder + "/" + gone)
        }
        if steps > 2 { try KeyStoreReplacement(directory: folder).finish() }
        let keys = try await keys()
        #expect(keys.names.values.flatMap(\.self) == [kept])
        #expect(throws: KeyFailure.unknown(old)) { try keys.key(old) }
        #expect(try names() == ["ten-years.2026-11.\(kept).key"])
        #expect(try KeyEncryptionKey(contentsOf: path).id == key.id)
        #expect(!FileManager.default.fileExists(atPath: path + ".next"))
        // And once more, as if nothing had been.
        #expect(try await self.keys().names.count == 1)
    }

    @Test("a replacement that was cut off does not take a key that came after it")
    func addsAfterACut() async throws {
        let (_, kept, next, key) = try await prepared()
        let store = try await FileKeyStore.open(at: folder)
        let keys = try await keys()
        _ = try await SourceSuccession(source).next()
        _ = keys
        try KeyStoreReplacement(directory: folder).decide(next)
        let other = InMemoryKeyStore()
        let id = try await DataKeys(store: other, wrappedBy: key)
            .key(for: try period("2026-12")).id
        for added in await other.stored { try await store.add(added) }
        #expect(Set(try await store.keys().map(\.id)) == [kept, id])
    }

    @Test("a replacement with any byte changed stops the start, or changes nothing")
    func noticesDamage() async throws {
        let (_, _, next, _) = try await prepared()
        let replacement = KeyStoreReplacement(directory: folder)
        try replacement.decide(next)
        let file = folder + "/" + KeyStoreReplacement.name
        let good = try #require(FileManager.default.contents(atPath: file))
        for position in good.indices {
            var bad = good
            bad[position] ^= 1
            _ = FileManager.default.createFile(atPath: file, contents: bad)
            let decided = try? replacement.decided()
            #expect(decided != next)
        }
        for count in [0, 1, good.count / 2, good.count - 1] {
            _ = FileManager.default.createFile(atPath: file, contents: good.prefix(count))
            #expect(throws: KeyFailure.malformed(file: KeyStoreReplacement.name)) {
                try replacement.decided()
            }
        }
    }

    @Test(
        "a wrong key-encryption key and a damaged wrapped key are told apart, the key by its name")
    func namesWhatIsWrong() async throws {
        let keys = try await keys()
        let id = try await keys.key(for: try period("2026-11")).id
        let file = folder + "/ten-years.2026-11.\(id).key"
        let good = try #require(FileManager.default.contents(atPath: file))
        let wrapped = try #require(WrappedKeyFile.key(in: Array(good)))
        var bytes = wrapped.wrapped
        bytes[20] ^= 1
        try DurableFile.write(
            WrappedKeyFile.bytes(
                of: WrappedDataKey(
                    id: id, period: wrapped.period, wrappedBy: wrapped.wrappedBy, wrapped: bytes)),
            to: file)
        await #expect(throws: KeySourceFailure.keys(.damaged(id))) { try await self.keys() }
        try DurableFile.write(Array(good), to: file)
        try FileManager.default.removeItem(atPath: path)
        _ = try KeyEncryptionKey.create(at: path)
        await #expect(throws: KeySourceFailure.keys(.wrongKeyEncryptionKey)) {
            try await self.keys()
        }
    }

    @Test("holds are kept, and any byte of them changed lets nothing go")
    func keepsHolds() async throws {
        _ = try await keys()
        let store = FileHoldStore(directory: folder)
        #expect(try await store.holds().isEmpty)
        let bench = try await LogBench(InMemoryConsultLogStorage())
        let months = try #require(
            MonthRange(from: try period("2016-01").month, to: try period("2016-12").month))
        let holds = (0..<2).map { _ in
            LegalHold(
                id: LegalHoldID(bench.log.newConsult().uuid), held: retention, months: months,
                placed: LogBench.time)
        }
        try await store.keep(holds)
        #expect(Set(try await store.holds()) == Set(holds))
        let file = folder + "/" + FileHoldStore.name
        let good = try #require(FileManager.default.contents(atPath: file))
        for position in good.indices.dropLast() {
            var bad = good
            bad[position] ^= 1
            _ = FileManager.default.createFile(atPath: file, contents: bad)
            await #expect(throws: KeyFailure.malformed(file: FileHoldStore.name)) {
                try await store.holds()
            }
        }
        try FileManager.default.removeItem(atPath: folder)
        await #expect(throws: KeyFailure.unreadable) { try await store.holds() }
        await #expect(throws: KeyFailure.self) { try await store.keep(holds) }
    }
}
