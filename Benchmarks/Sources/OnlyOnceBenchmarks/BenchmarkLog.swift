import ConsultLog
import Facts
import Foundation
import LogProofs
import LogSearch
import SQLiteStorage

/// A data directory as a gateway has it, `data` beside `keys` and `kek.key`, with a log of five
/// years that the real code fills: consults of one intent and one outcome, ten about each person.
struct BenchmarkLog {
    let folder: String
    let storage: SQLiteConsultLogStorage
    let tree: SQLiteTreeStorage
    let keys: DataKeys
    let log: ConsultLog
    private let clock: MovingClock
    private let drafts: LogDrafts
    /// How many entries the five years have.
    let full: Int

    /// Opens the folder, which is made when there is none.
    init(at folder: String, full: Int) async throws {
        self.folder = folder
        self.full = full
        for name in ["", "/data", "/data/search", "/keys"] {
            try FileManager.default.createDirectory(
                atPath: folder + name, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
        }
        let key = folder + "/kek.key"
        if !FileManager.default.fileExists(atPath: key) {
            _ = try KeyEncryptionKey.create(at: key)
        }
        keys = try await DataKeys(
            store: try await FileKeyStore.open(at: folder + "/keys"),
            wrappedBy: try KeyEncryptionKey(contentsOf: key))
        storage = try await SQLiteConsultLogStorage.open(at: folder + "/data/log.sqlite")
        tree = SQLiteTreeStorage(over: storage)
        let clock = MovingClock(
            full: full, done: Int(try await tree.head().size + tree.waiting()))
        self.clock = clock
        drafts = try LogDrafts()
        log = try await ConsultLog(
            storage: storage, keys: keys, now: { clock.now() }, onFailedSync: {})
    }

    /// How many entries it holds.
    var count: Int { clock.entries }

    /// How many different people it is about once it is full.
    var people: Int { full / 20 + 1 }

    /// Appends batches of intents and of their outcomes by turns until it holds so many entries.
    func fill(upTo end: Int, batch: Int) async throws {
        while count < end {
            let consults = min(batch, (end - count) / 2)
            guard consults > 0 else { return }
            let first = count / 2
            let ids = (0..<consults).map { _ in log.newConsult() }
            let intents = try ids.enumerated().map { offset, id in
                drafts.asked(in: id, about: .person(try Self.person((first + offset) % people)))
            }
            let asked = try await log.append(intents)
            _ = try await log.append(zip(ids, asked).map { drafts.answered(in: $0, to: $1) })
            clock.advance(by: 2 * consults)
        }
    }

    /// Appends consults one by one from callers at the same time.
    func append(_ count: Int, from callers: Int) async throws {
        let people = people
        try await withThrowingTaskGroup(of: Void.self) { [log, drafts] tasks in
            for caller in 0..<callers {
                tasks.addTask {
                    for turn in 0..<(count / callers / 2) {
                        let id = log.newConsult()
                        let person = try Self.person((turn * callers + caller) % people)
                        let asked = try await log.append(
                            drafts.asked(in: id, about: .person(person)))
                        _ = try await log.append(drafts.answered(in: id, to: asked))
                    }
                }
            }
            try await tasks.waitForAll()
        }
        clock.advance(by: count / callers / 2 * callers * 2)
    }

    /// Gives every entry its place in the tree.
    func sequence() async throws {
        _ = try await Sequencer(tree, after: []).catchUp()
    }

    func indexer() throws -> SearchIndexer {
        let index = try SearchIndex(opening: try SearchIndexFolder(at: folder + "/data/search"))
        return SearchIndexer(
            index, log: storage, keys: keys, on: BlockingQueue("indexing"), onDamage: { _ in })
    }

    /// Nobody: sequence numbers from 900 are never given out.
    static func person(_ number: Int) throws -> SSIN {
        let day = CalendarDate(daysSinceEpoch: -14_000 + number / 97 % 20_000)
        return try SSIN(birth: .full(day), sequence: 900 + number % 97)
    }
}
