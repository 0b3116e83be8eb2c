import Facts
import Foundation
import SourceSimulators
import Testing
import ZIPArchives

@Suite("the synthetic open data of enterprises")
struct SyntheticExtractTests {
    private let folder = FileManager.default.temporaryDirectory
        .appending(path: "onlyonce-extract-\(UUID().uuidString)")

    /// Writes an archive and reads its entries back.
    private func entries(
        _ write: (String) throws -> Void
    ) throws -> [String: [String]] {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "extract.zip").path
        try write(path)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["extract.zip"])
        let archive = try ZIPReader(path: path)
        var entries: [String: [String]] = [:]
        for name in archive.entryNames {
            var bytes: [UInt8] = []
            try archive.read(name, chunkSize: 4096) { piece in bytes += piece }
            entries[name] = String(decoding: bytes, as: UTF8.self)
                .split(separator: "\n").map(String.init)
        }
        return entries
    }

    @Test("a full extract has the published files with the published headers")
    func full() throws {
        let extract = SyntheticExtract(enterpriseCount: 600)
        let files = try entries { try extract.writeFull(to: $0) }
        #expect(
            Set(files.keys) == [
                "meta.csv", "code.csv", "enterprise.csv", "establishment.csv", "denomination.csv",
                "address.csv", "contact.csv", "activity.csv", "branch.csv",
            ])
        #expect(files["enterprise.csv"]?.count == 601)
        #expect(files["branch.csv"]?.count == 3)
        #expect(
            files["enterprise.csv"]?.first
                == #""EnterpriseNumber","Status","JuridicalSituation","TypeOfEnterprise","#
                + #""JuridicalForm","JuridicalFormCAC","StartDate""#)
        #expect(files["meta.csv"]?.contains(#""ExtractType","full""#) == true)
        #expect(files["meta.csv"]?.contains(#""SnapshotDate","02-09-2026""#) == true)
        let row = try #require(files["enterprise.csv"]?.dropFirst().first)
        #expect(row.hasPrefix(#""0199.900.0"#))
        #expect(row.contains(#"","AC","000","2","014",,"#))
        for row in files["establishment.csv"]?.dropFirst() ?? [] {
            let number = row.split(separator: "\"").first.map(String.init) ?? ""
            #expect((try? EstablishmentUnitNumber(parsing: number)) != nil)
        }
    }

    @Test("the same parameters give the same bytes")
    func isDeterministic() throws {
        let extract = SyntheticExtract(enterpriseCount: 120)
        let once = try entries { try extract.writeFull(to: $0) }
        let again = try entries { try extract.writeFull(to: $0) }
        #expect(once == again)
    }

    @Test("an update deletes before it inserts, and every inserted entity is whole")
    func update() throws {
        let extract = SyntheticExtract(enterpriseCount: 300)
        let files = try entries { try extract.writeUpdate(to: $0) }
        #expect(files.count == 16)
        #expect(files["enterprise_delete.csv"]?.count == 7)
        #expect(files["enterprise_insert.csv"]?.count == 1 + 3 + extract.newCount)
        #expect(files["enterprise_delete.csv"]?.first == #""EnterpriseNumber""#)
        #expect(files["meta.csv"]?.contains(#""ExtractNumber","2""#) == true)
        #expect(files["denomination_insert.csv"]?.contains { $0.contains(" (II)") } == true)
    }

    @Test("the enterprises that own vehicles are in the extract of the population")
    func fitsThePopulation() throws {
        let population = PopulationTests.population
        let extract = SyntheticExtract(of: population)
        var numbers: Set<String> = []
        for row in try entries({ try extract.writeFull(to: $0) })["enterprise.csv"] ?? [] {
            numbers.insert(String(row.dropFirst().prefix(12)))
        }
        for index in 0..<population.vehicleCount {
            guard case .enterprise(let holder) = population.vehicle(at: index)?.holder else {
                continue
            }
            #expect(numbers.contains(holder.number.dotted))
        }
    }

    @Test("a folder that is not there is an error")
    func notWritable() {
        #expect(throws: SimulationFailure.notWritable) {
            try SyntheticExtract(enterpriseCount: 1).writeFull(to: "/nowhere/at/all.zip")
        }
    }
}
