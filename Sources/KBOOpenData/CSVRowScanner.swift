/// Finds the values of one row in a buffer, without I/O.
struct CSVRowScanner {
    enum Outcome {
        /// A whole row; the next one begins at `end`, `lines` further on.
        case row(end: Int, lines: Int)
        /// The row goes on behind the buffer.
        case more
        /// There are no more rows.
        case end
        case failed(column: Int?, CSVDefect)
    }

    /// The values of the last whole row.
    private(set) var fields: [CSVField]

    init(columns: Int) { fields = Array(repeating: CSVField(), count: columns) }

    /// Scans the row that begins at `start`. `ended` says that nothing follows the buffer.
    mutating func scan(_ buffer: [UInt8], from start: Int, ended: Bool) -> Outcome {
        let bytes = buffer.span
        if start == bytes.count { return ended ? .end : .more }
        var at = start
        var lines = 1
        for column in 0..<fields.count {
            var field = CSVField()
            if at < bytes.count, bytes[at] == .quote {
                at += 1
                field.quoted = true
                field.start = at
                while true {
                    if at == bytes.count {
                        return ended ? .failed(column: column, .unterminatedQuote) : .more
                    }
                    let byte = bytes[at]
                    if byte == .quote {
                        if at + 1 == bytes.count, !ended { return .more }
                        if at + 1 == bytes.count || bytes[at + 1] != .quote { break }
                        field.escaped = true
                        at += 1
                    } else if byte == .lineFeed {
                        lines += 1
                    }
                    at += 1
                }
                field.end = at
                at += 1
            } else {
                field.start = at
                while at < bytes.count, !bytes[at].endsPlainValue { at += 1 }
                field.end = at
            }
            fields[column] = field
            switch separator(bytes, &at, isLast: column == fields.count - 1, ended: ended) {
            case .comma: continue
            case .lineEnd: return .row(end: at, lines: lines)
            case .more: return .more
            case .failed(let defect):
                return .failed(column: defect == .missingColumn ? column + 1 : column, defect)
            }
        }
        return .end
    }

    /// Undoes the doubling of quotes in the values of the last row, in place.
    mutating func undoDoubledQuotes(in buffer: inout [UInt8]) {
        for column in fields.indices where fields[column].escaped {
            var write = fields[column].start
            var read = write
            while read < fields[column].end {
                let byte = buffer[read]
                buffer[write] = byte
                write += 1
                read += byte == .quote ? 2 : 1
            }
            fields[column].end = write
        }
    }

    private enum Separator {
        case comma, lineEnd, more
        case failed(CSVDefect)
    }

    private func separator(
        _ bytes: Span<UInt8>, _ at: inout Int, isLast: Bool, ended: Bool
    ) -> Separator {
        var isLineEnd = false
        if at == bytes.count {
            if !ended { return .more }
            isLineEnd = true
        } else if bytes[at] == .comma {
            at += 1
        } else if bytes[at] == .lineFeed {
            at += 1
            isLineEnd = true
        } else if bytes[at] == .carriageReturn {
            if at + 1 == bytes.count, !ended { return .more }
            guard at + 1 < bytes.count, bytes[at + 1] == .lineFeed else {
                return .failed(.strayCharacter)
            }
            at += 2
            isLineEnd = true
        } else {
            return .failed(.strayCharacter)
        }
        switch (isLineEnd, isLast) {
        case (true, true): return .lineEnd
        case (false, false): return .comma
        case (true, false): return .failed(.missingColumn)
        case (false, true): return .failed(.extraColumn)
        }
    }
}

extension UInt8 {
    fileprivate static let quote = UInt8(ascii: "\"")
    fileprivate static let comma = UInt8(ascii: ",")
    fileprivate static let lineFeed = UInt8(ascii: "\n")
    fileprivate static let carriageReturn = UInt8(ascii: "\r")

    fileprivate var endsPlainValue: Bool {
        self == .comma || self == .lineFeed || self == .carriageReturn || self == .quote
    }
}
