import Facts
import Testing

@testable import KBOOpenData

struct NumberTests {
    @Test(
        "an entity number is read as the integer that it is",
        arguments: [
            ("0200.068.636", 200_068_636), ("2.000.000.339", 2_000_000_339),
            ("9.000.006.626", 9_000_006_626), ("1000.000.021", 1_000_000_021),
        ])
    func reads(text: String, number: Int64) {
        #expect(EntityNumber.parse(Array(text.utf8).span, .entity) == number)
    }

    @Test(
        "anything else is refused",
        arguments: [
            "0200068636", "0200.068.637", "2000.000.339", "0.200.068.636", "0200.068.63",
            "0200.068.6366", "0200.068.63x", "", "+200.068.636", "0200..68.636",
        ])
    func refuses(text: String) {
        #expect(EntityNumber.parse(Array(text.utf8).span, .entity) == nil)
    }

    @Test("a number of another kind is refused")
    func kinds() {
        #expect(EntityNumber.parse(Array("2.000.000.339".utf8).span, .enterprise) == nil)
        #expect(EntityNumber.parse(Array("0200.068.636".utf8).span, .establishment) == nil)
        #expect(EntityNumber.parse(Array("0200.068.636".utf8).span, .branch) == nil)
    }

    @Test("every day comes back as it was stored")
    func days() throws {
        for days in stride(from: -40_000, through: 40_000, by: 37) {
            let date = CalendarDate(daysSinceEpoch: days)
            #expect(ExtractDate.date(stored: ExtractDate.stored(date)) == date)
        }
    }

    @Test(
        "what is no day is refused",
        arguments: [
            "29-02-2023", "1-02-2023", "2023-02-01", "01/02/2023", "00-00-0000", "01-13-2020",
        ])
    func noDay(text: String) {
        #expect(ExtractDate.parse(Array(text.utf8).span) == nil)
    }
}
