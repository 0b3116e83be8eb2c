import Facts
import Foundation
import Testing
import ZIPArchives

@testable import KBOOpenData

struct ArchiveTests {
    private let folder: ReplicaFolder
    private let archive: URL

    init() throws {
        folder = try ReplicaFolder()
        archive = folder.folder.appending(path: "extract.zip")
    }

    private func write(_ extract: SampleExtract) throws {
        let writer = try ZIPWriter(path: archive.path)
        let files = folder.folder.appending(path: "csv-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: files, withIntermediateDirectories: true)
        for (name, bytes) in extract.contents {
            let file = files.appending(path: name)
            try Data(bytes).write(to: file)
            try writer.add(name, fromFileAt: file.path)
        }
        try writer.finish()
    }

    @Test("full and update come out of archives as published")
    func zipped() async throws {
        try write(.full())
        let full = try await folder.replica.importFull(from: archive.path)
        #expect(full.number == 140)
        try write(.update())
        let outcome = try await folder.replica.applyUpdate(from: archive.path)
        let held = try #require(try await folder.replica.extract())
        #expect(outcome == .applied(held))
        let register = KBOEnterpriseRegister(folder.replica)
        #expect(try await register.found("1000000021", []) != nil)
    }

    @Test("a file of many pieces is read to the end, and its row count is right")
    func large() async throws {
        var extract = SampleExtract.full()
        var rows: [UInt8] = []
        for base in 30_000_000..<30_050_000 {
            rows += Array(
                "\"\(try EstablishmentUnitNumber(base: base).dotted)\",01-01-2001,\"0200.065.765\"\n"
                    .utf8)
        }
        extract.contents["establishment.csv"]? += rows
        try write(extract)
        let reports = Reports()
        _ = try await folder.replica.importFull(from: archive.path) { reports.add($0) }
        #expect(reports.all.last?.rows == 50_020)
        #expect(reports.all.last?.bytes == reports.all.last?.totalBytes)
    }

    @Test(
        "an archive that is cut off anywhere, or is none, changes nothing",
        arguments: [0, 1, 30, 70, 99])
    func cutOff(percent: Int) async throws {
        try write(.full(number: 139))
        _ = try await folder.replica.importFull(from: archive.path)
        try write(.full())
        let bytes = try Data(contentsOf: archive)
        try bytes.prefix(bytes.count * percent / 100).write(to: archive)
        await #expect(throws: KBOFailure.unreadableArchive) {
            try await folder.replica.importFull(from: archive.path)
        }
        #expect(try await folder.replica.extract()?.number == 139)
    }

    @Test("a bit that fell over inside a file is noticed", arguments: 24..<56)
    func flipped(offset: Int) async throws {
        try write(.full())
        var bytes = try Data(contentsOf: archive)
        let name = try #require(bytes.range(of: Data("denomination.csv".utf8)))
        bytes[name.upperBound + offset] ^= 0x10
        try bytes.write(to: archive)
        await #expect(throws: KBOFailure.self) {
            try await folder.replica.importFull(from: archive.path)
        }
        #expect(try await folder.replica.extract() == nil)
    }

    @Test("no archive at all is told as such")
    func missing() async throws {
        await #expect(throws: KBOFailure.unreadableArchive) {
            try await folder.replica.importFull(from: archive.path)
        }
    }
}
