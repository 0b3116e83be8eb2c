/// Reads the files of an extract row by row, in constant memory.
///
/// The format is the published one and no other: commas; texts in quotes, a quote inside doubled;
/// dates without quotes; nothing at all for what is absent. Lines end in LF or CR LF, and the
/// last one may lack its end. The first line must be the header.
///
/// A row is handed out as ranges of the buffer, so that no `String` is made of it.
struct CSVReader {
    /// No row of the register comes near; a quote that is never closed must not fill the memory.
    static let longestRow = 65_536

    let file: String
    let columns: [ColumnLayout]
    /// The line on which the current row begins.
    private(set) var line = 0
    /// How much of the source has been read.
    private(set) var bytesRead = 0

    private let source: any ByteSource
    private var scanner: CSVRowScanner
    private var buffer: [UInt8] = []
    private var position = 0
    private var nextLine = 1
    private var ended = false

    /// A reader that stands behind the header.
    init(file: String, columns: [ColumnLayout], source: any ByteSource) throws(KBOFailure) {
        self.file = file
        self.columns = columns
        self.source = source
        scanner = CSVRowScanner(columns: columns.count)
        try readHeader()
    }

    /// Moves to the next row; `false` when there is none.
    mutating func next() throws(KBOFailure) -> Bool {
        while true {
            line = nextLine
            switch scanner.scan(buffer, from: position, ended: ended) {
            case .row(let end, let lines):
                scanner.undoDoubledQuotes(in: &buffer)
                position = end
                nextLine += lines
                return true
            case .end:
                return false
            case .more:
                try fill()
            case .failed(let column, let defect):
                throw failure(defect, column: column)
            }
        }
    }

    /// Gives the bytes and the ranges of the current row. The bytes are the reader's buffer and
    /// are gone with the next row.
    func withRow<Result>(
        _ body: (UnsafeBufferPointer<UInt8>, [CSVField]) throws(KBOFailure) -> Result
    ) throws(KBOFailure) -> Result {
        let fields = scanner.fields
        return try unsafe buffer.withUnsafeBufferPointer { bytes throws(KBOFailure) in
            try unsafe body(bytes, fields)
        }
    }

    /// The text of a value, for the few files that are read value by value; `nil` when empty.
    func text(_ column: Int) throws(KBOFailure) -> String? {
        let field = scanner.fields[column]
        if field.isEmpty { return nil }
        guard let text = String(validating: buffer[field.start..<field.end], as: UTF8.self) else {
            throw failure(.encoding, column: column)
        }
        return text
    }

    /// The failure that blames a column of the current row.
    func failure(_ defect: CSVDefect, column: Int?) -> KBOFailure {
        let name = column.flatMap { $0 < columns.count ? columns[$0].name : nil }
        return .malformed(CSVPlace(file: file, line: line, column: name), defect)
    }

    private mutating func readHeader() throws(KBOFailure) {
        guard try next() else { throw failure(.header, column: nil) }
        for (index, column) in columns.enumerated() {
            let field = scanner.fields[index]
            guard field.quoted, buffer[field.start..<field.end].elementsEqual(column.name.utf8)
            else { throw failure(.header, column: index) }
        }
    }

    private mutating func fill() throws(KBOFailure) {
        if buffer.count - position > Self.longestRow { throw failure(.rowTooLong, column: nil) }
        buffer.removeFirst(position)
        position = 0
        let count = try source.append(to: &buffer)
        bytesRead += count
        if count == 0 { ended = true }
    }
}
