import Testing

@testable import KBOOpenData

struct CSVReaderTests {
    static let columns = [
        ColumnLayout("Id", .code), ColumnLayout("Day", .date), ColumnLayout("Text", .text),
    ]

    private func rows(_ text: String, piece: Int) throws -> [[String?]] {
        var reader = try CSVReader(
            file: "x.csv", columns: Self.columns, source: Pieces(Array(text.utf8), size: piece))
        var rows: [[String?]] = []
        while try reader.next() {
            rows.append([try reader.text(0), try reader.text(1), try reader.text(2)])
        }
        return rows
    }

    @Test("wherever the pieces are cut, the rows are the same", arguments: 1...40)
    func cuts(piece: Int) throws {
        let text = """
            "Id","Day","Text"
            "a",01-02-2003,"one, ""two"" and
            three"\r
            "b",,""
            "c",,"\"\"\"\""
            """
        #expect(
            try rows(text, piece: piece) == [
                ["a", "01-02-2003", "one, \"two\" and\nthree"], ["b", nil, nil],
                ["c", nil, "\"\""],
            ])
    }

    @Test(
        "a row outside the format is refused with its line and column",
        arguments: [
            ("\"a\",", 2, "Text", CSVDefect.missingColumn),
            ("\"a\",,\"t\"\n\"b\"\n", 3, "Day", .missingColumn),
            ("\"a\",,\"t\",\"u\"\n", 2, "Text", .extraColumn),
            ("\"a\",,\"t\n\"b\",,\"u\"\n", 2, "Text", .strayCharacter),
            ("\"a\",,\"t\n", 2, "Text", .unterminatedQuote),
            ("\"a\"x,,\"t\"\n", 2, "Id", .strayCharacter),
            ("a\"b,,\"t\"\n", 2, "Id", .strayCharacter),
            ("\"a\",,\"t\"\r", 2, "Text", .strayCharacter),
        ])
    func refused(row: String, line: Int, column: String, defect: CSVDefect) {
        let place = CSVPlace(file: "x.csv", line: line, column: column)
        #expect(throws: KBOFailure.malformed(place, defect)) {
            try rows("\"Id\",\"Day\",\"Text\"\n" + row, piece: 5)
        }
    }

    @Test(
        "a header that is not the published one is refused",
        arguments: [
            "", "\"Id\",\"Day\"\n", "\"Id\",\"Text\",\"Day\"\n", "Id,Day,Text\n",
            "\"Id\",\"Day\",\"Text\",\"More\"\n",
        ])
    func header(text: String) {
        #expect(throws: KBOFailure.self) { try rows(text, piece: 5) }
    }

    @Test("a quote that is never closed does not fill the memory")
    func rowTooLong() {
        let text = "\"Id\",\"Day\",\"Text\"\n\"a" + String(repeating: "x", count: 200_000)
        let place = CSVPlace(file: "x.csv", line: 2, column: nil)
        #expect(throws: KBOFailure.malformed(place, .rowTooLong)) {
            try rows(text, piece: 1024)
        }
    }
}
