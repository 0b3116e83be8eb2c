import Foundation
import SQLiteStorage
import Testing

struct ClosingTests {
    @Test("after closing, everything is in the main file")
    func emptiesTheWAL() async throws {
        let directory = try TemporaryDirectory()
        let path = directory.path(of: "cards.sqlite")
        let storage = try await SQLiteCardStorage.open(at: path)
        await storage.close()
        let wal = FileManager.default.contents(atPath: path + "-wal")
        #expect(wal?.isEmpty ?? true)
        let main = try #require(FileManager.default.contents(atPath: path))
        #expect(main.range(of: Data("CREATE TABLE".utf8)) != nil)
    }
}
