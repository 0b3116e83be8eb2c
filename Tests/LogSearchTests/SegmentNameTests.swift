import LogSearch
import Testing

@Suite("What a segment covers")
struct SegmentNameTests {
    @Test("a name is read back as it was written", arguments: [(0, 0), (0, 7), (3, 12), (10, 1)])
    func readsItsOwnForm(level: Int, number: Int) throws {
        let name = try #require(SegmentName(level: level, number: UInt64(number)))
        #expect(SegmentName(parsing: name.description) == name)
    }

    @Test(
        "nothing else is a name",
        arguments: ["", "1", "1-", "-1-2", "01-2", "1-+2", "1-2-3", "11-0", "0-99999999999999"])
    func refusesOthers(text: String) {
        #expect(SegmentName(parsing: text) == nil)
    }
}
