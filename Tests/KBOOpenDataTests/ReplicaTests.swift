import Facts
import Foundation
import Testing

@testable import KBOOpenData

struct ReplicaTests {
    private let folder: ReplicaFolder
    private let register: KBOEnterpriseRegister

    init() throws {
        folder = try ReplicaFolder()
        register = KBOEnterpriseRegister(folder.replica)
    }

    @Test("a full import says which extract it was and leaves one file and a lock")
    func full() async throws {
        #expect(try await folder.replica.extract() == nil)
        let extract = try await folder.importFull(.full())
        #expect(extract.name == "kbo-140-2025-05-30")
        #expect(try await folder.replica.extract() == extract)
        #expect(try folder.files == ["kbo.sqlite", "kbo.sqlite.lock"])
    }

    @Test("an update takes rows out, puts rows in, and can be repeated")
    func update() async throws {
        try await folder.importFull(.full())
        let before = try await register.found("0200065765", [.enterpriseSeat])
        #expect(before?.seat?.postCode == "1030")
        let outcome = try await folder.applyUpdate(.update())
        let held = try #require(try await folder.replica.extract())
        #expect(outcome == .applied(held))
        #expect(held.number == 141)
        #expect(try await register.found("0200065765", [.enterpriseSeat])?.seat?.postCode == "1070")
        #expect(try await register.found("0885123416", []) == nil)
        #expect(try await register.found("1000000021", []) != nil)
        #expect(try await folder.applyUpdate(.update()) == .alreadyApplied(held))
    }

    @Test("an update that belongs elsewhere is refused")
    func foreignUpdate() async throws {
        await #expect(throws: KBOFailure.noReplica) { try await folder.applyUpdate(.update()) }
        try await folder.importFull(.full())
        await #expect(throws: KBOFailure.notTheNext(replica: 140, update: 142)) {
            try await folder.applyUpdate(.update(number: 142))
        }
        await #expect(throws: KBOFailure.notTheNext(replica: 140, update: 139)) {
            try await folder.applyUpdate(.update(number: 139))
        }
        await #expect(throws: KBOFailure.otherSnapshot) {
            try await folder.applyUpdate(.update(number: 140))
        }
        await #expect(throws: KBOFailure.otherSnapshot) {
            try await folder.applyUpdate(.update(snapshot: "01-05-2025"))
        }
        await #expect(throws: KBOFailure.wrongKind(.full)) {
            try await folder.applyUpdate(.full(number: 141))
        }
        await #expect(throws: KBOFailure.wrongKind(.update)) {
            try await folder.importFull(.update())
        }
        #expect(try await folder.replica.extract()?.number == 140)
    }

    @Test("an update that goes wrong half-way leaves the replica as it was")
    func brokenUpdate() async throws {
        try await folder.importFull(.full())
        var update = SampleExtract.update()
        update["enterprise_insert.csv"] += "\"0200.068.636\",\"AC\",\"000\",\"2\",\"417\",,\n"
        let place = CSVPlace(file: "enterprise_insert.csv", line: 3, column: "EnterpriseNumber")
        await #expect(throws: KBOFailure.malformed(place, .duplicate)) {
            try await folder.applyUpdate(update)
        }
        #expect(try await folder.replica.extract()?.number == 140)
        #expect(try await register.found("0885123416", []) != nil)
        #expect(try folder.files == ["kbo.sqlite", "kbo.sqlite.lock"])
    }

    @Test("a new replica that cannot be made durable does not take the place of the old one")
    func notDurable() async throws {
        try await folder.importFull(.full())
        var file = ReplicaFile(path: folder.replica.path)
        let building = file.buildingPath
        file.synchronise = { path throws(KBOFailure) in
            if path == building { throw .file(errno: 5) }
        }
        await #expect(throws: KBOFailure.file(errno: 5)) {
            try await KBOReplica(file).importFull(
                from: { SampleExtract.full(number: 150) }, progress: { _ in })
        }
        #expect(KBOFailure.file(errno: 5).leavesReplicaAsItWas)
        #expect(try await folder.replica.extract()?.number == 140)
        #expect(try folder.files == ["kbo.sqlite", "kbo.sqlite.lock"])
    }

    @Test("a replica in a folder that is not durable is the new one, and the failure says so")
    func folderNotDurable() async throws {
        try await folder.importFull(.full())
        var file = ReplicaFile(path: folder.replica.path)
        let building = file.buildingPath
        file.synchronise = { path throws(KBOFailure) in
            if path != building { throw .file(errno: 5) }
        }
        let replica = KBOReplica(file)
        for _ in 0..<2 {
            await #expect(throws: KBOFailure.notSynced(errno: 5)) {
                try await replica.applyUpdate(
                    from: { SampleExtract.update() }, progress: { _ in })
            }
            #expect(try await folder.replica.extract()?.number == 141)
            #expect(try await register.found("0885123416", []) == nil)
        }
        #expect(!KBOFailure.notSynced(errno: 5).leavesReplicaAsItWas)
        #expect(try folder.files == ["kbo.sqlite", "kbo.sqlite.lock"])
        // Applied again, it is made durable.
        let held = try #require(try await folder.replica.extract())
        #expect(try await folder.applyUpdate(.update()) == .alreadyApplied(held))
    }

    @Test("what a crashed import left behind is no hindrance")
    func leftover() async throws {
        try await folder.importFull(.full())
        try "half a replica".write(
            toFile: folder.replica.path + ".building", atomically: true, encoding: .utf8)
        #expect(try await register.found("0200068636", []) != nil)
        try await folder.importFull(.full(number: 141))
        #expect(try await folder.replica.extract()?.number == 141)
    }

    @Test("two imports at a time are one too many")
    func busy() async throws {
        let replica = folder.replica
        let second = try ReplicaFile(path: replica.path).locked { () throws(KBOFailure) in
            Result { () throws(KBOFailure) in
                try ReplicaFile(path: replica.path).locked { () throws(KBOFailure) in true }
            }
        }
        #expect(second == .failure(.busy))
    }

    @Test("a cancelled import stops and leaves the replica as it was")
    func cancelled() async throws {
        try await folder.importFull(.full())
        let replica = folder.replica
        let task = Task {
            unsafe withUnsafeCurrentTask { unsafe $0?.cancel() }
            return try await replica.importFull(
                from: { SampleExtract.full(number: 150) }, progress: { _ in })
        }
        await #expect(throws: KBOFailure.cancelled) { try await task.value }
        #expect(try await replica.extract()?.number == 140)
    }

    @Test("progress reaches the whole")
    func progress() async throws {
        let reports = Reports()
        _ = try await folder.replica.importFull(
            from: { SampleExtract.full() }, progress: { reports.add($0) })
        let last = try #require(reports.all.last)
        #expect(last.stage == .checking)
        #expect(last.bytes == last.totalBytes)
        #expect(last.rows == 20)
        #expect(reports.all.contains { $0.stage == .reading(file: "address.csv") })
    }
}
