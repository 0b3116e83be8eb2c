import Testing
import TransparencyLogs

struct InteropTests {
    private func entries(_ count: Int) -> [[UInt8]] {
        var entries = (0..<count).map { StoredTree.entry($0) }
        // The shortest and the longest that a bundle can hold.
        if count > 2 {
            entries[1] = []
            entries[2] = Array(repeating: 7, count: EntryBundle.longestEntry)
        }
        return entries
    }

    @Test("Go's own packages verify every entry of a log, and find each bit that was changed")
    func satisfiesGo() async throws {
        guard let verifier = try await GoVerifier() else {
            print("skipped: no Go with golang.org/x/mod to verify a log with")
            return
        }
        for size in [0, 1, 2, 255, 256, 257, 3000] {
            let log = try ExportedLog(entries: entries(size))
            #expect(try await verifier.accepts(log), "\(size) entries")
        }
        let damage: [(LogResource, Int)] = [
            (.checkpoint, 0), (.checkpoint, 22), (.checkpoint, 40), (.checkpoint, 120),
            (.tile(TileCoordinate(level: 0, index: 0)), 8000),
            (.tile(TileCoordinate(level: 0, index: 2, width: 188)), 3),
            (.tile(TileCoordinate(level: 1, index: 0, width: 2)), 63),
            (.entries(EntryBundleCoordinate(index: 1)), 900),
            (.entries(EntryBundleCoordinate(index: 2, width: 188)), 1),
        ]
        for (resource, position) in damage {
            let log = try ExportedLog(entries: entries(700))
            try log.damage(resource, at: position)
            #expect(try await !verifier.accepts(log), "\(resource.path) at \(position)")
        }
    }
}
