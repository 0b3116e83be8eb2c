public import Facts
import Foundation
import ZIPArchives

/// A synthetic extract of the open data of the Crossroads Bank for Enterprises, in the published
/// form (cookbook R018), for tests, the demo and benchmarks.
///
/// The first enterprises are those of a ``Population`` with the same seed and day. The same
/// parameters give the same CSV files. Writing blocks: keep it off the cooperative pool.
public struct SyntheticExtract: Sendable {
    public let enterpriseCount: Int
    public let seed: UInt64
    /// The day whose state the full extract shows; the update shows that of a month later.
    public let snapshot: CalendarDate
    /// `ExtractNumber` of the full extract; the update has the next.
    public let number: Int

    public init(
        enterpriseCount: Int, seed: UInt64 = Population.demoSeed,
        snapshot: CalendarDate = Population.demoDay, number: Int = 1
    ) {
        self.enterpriseCount = enterpriseCount
        self.seed = seed
        self.snapshot = snapshot
        self.number = number
    }

    /// The extract with the enterprises of a population.
    public init(of population: Population, number: Int = 1) {
        self.init(
            enterpriseCount: population.enterpriseCount, seed: population.seed,
            snapshot: population.asOf, number: number)
    }

    /// Writes the ZIP of the full extract; temporary files stand beside it meanwhile.
    public func writeFull(to path: String) throws(SimulationFailure) {
        try archive(at: path) { folder throws(SimulationFailure) in
            try writeMetadata(folder, type: "full", number: number, snapshot: snapshot)
            try writeCodes(folder)
            var tables = try ExtractFolder(folder, suffix: "")
            for index in 0..<enterpriseCount {
                guard let enterprise = enterprise(at: index) else { continue }
                try tables.add(EnterpriseRows(enterprise))
            }
            try tables.finish()
        }
    }

    /// Writes the ZIP of an update: of every hundred enterprises the 51st is gone and the 52nd has
    /// another name; one in a hundred is new.
    public func writeUpdate(to path: String) throws(SimulationFailure) {
        try archive(at: path) { folder throws(SimulationFailure) in
            try writeMetadata(
                folder, type: "update", number: number + 1, snapshot: snapshot.adding(months: 1))
            try writeCodes(folder)
            var inserted = try ExtractFolder(folder, suffix: "_insert")
            var deleted = try ExtractFolder(folder, suffix: "_delete", keysOnly: true)
            for index in 0..<enterpriseCount where Self.isGone(index) || Self.isRenamed(index) {
                guard let enterprise = enterprise(at: index) else { continue }
                try deleted.addKeys(of: EnterpriseRows(enterprise), enterprise)
                if Self.isRenamed(index) {
                    try inserted.add(EnterpriseRows(enterprise, revision: 1))
                }
            }
            for index in enterpriseCount..<(enterpriseCount + newCount) {
                guard let enterprise = enterprise(at: index) else { continue }
                try inserted.add(EnterpriseRows(enterprise))
            }
            try inserted.finish()
            try deleted.finish()
        }
    }

    /// How many enterprises the update brings.
    public var newCount: Int { max(1, enterpriseCount / 100) }
    /// Whether the update takes the enterprise with this index away.
    public static func isGone(_ index: Int) -> Bool { index % 100 == 50 }
    /// Whether the update gives the enterprise with this index another name.
    public static func isRenamed(_ index: Int) -> Bool { index % 100 == 51 }

    /// The enterprise with this index.
    public func enterprise(at index: Int) -> SyntheticEnterprise? {
        SyntheticEnterprise(index: index, seed: seed, asOf: snapshot)
    }

    /// Fills a folder of CSV files beside the archive, zips them and takes the folder away.
    private func archive(
        at path: String, _ fill: (String) throws(SimulationFailure) -> Void
    ) throws(SimulationFailure) {
        let folder = path + ".parts"
        let files = FileManager.default
        try? files.removeItem(atPath: folder)
        defer { try? files.removeItem(atPath: folder) }
        do {
            try files.createDirectory(atPath: folder, withIntermediateDirectories: false)
        } catch {
            throw .notWritable
        }
        try fill(folder)
        do {
            let archive = try ZIPWriter(path: path)
            for name in try files.contentsOfDirectory(atPath: folder).sorted() {
                try archive.add(name, fromFileAt: folder + "/" + name)
            }
            try archive.finish()
        } catch {
            throw .notWritable
        }
    }

    private func writeMetadata(
        _ folder: String, type: String, number: Int, snapshot: CalendarDate
    ) throws(SimulationFailure) {
        var file = try ExtractFile(path: folder + "/meta.csv", columns: ["Variable", "Value"])
        let day = SyntheticNumbers.padded(snapshot.day, to: 2)
        let month = SyntheticNumbers.padded(snapshot.month, to: 2)
        let date = "\(day)-\(month)-\(snapshot.year)"
        try file.row(["SnapshotDate", .text(date)])
        try file.row(["ExtractTimestamp", .text(date + " 07:07:49")])
        try file.row(["ExtractType", .text(type)])
        try file.row(["ExtractNumber", .text(String(number))])
        try file.row(["Version", "1.0.0"])
        try file.finish()
    }

    private func writeCodes(_ folder: String) throws(SimulationFailure) {
        var file = try ExtractFile(path: folder + "/code.csv", columns: ExtractCodes.columns)
        for row in ExtractCodes.rows { try file.row(row) }
        try file.finish()
    }
}
