import Facts
import Foundation
import Logging

/// Writes each event as one line to the standard error: the time in UTC, the level, the label, the
/// message, and the details as `key=value` in the order of their keys.
///
/// A gateway leaves a line for every request, so that the cost of one counts.
struct LineLogHandler: LogHandler {
    let label: String
    var logLevel = Logger.Level.info
    var metadata: Logger.Metadata = [:]
    var metadataProvider: Logger.MetadataProvider?
    private let now: @Sendable () -> Timestamp
    private let write: @Sendable ([UInt8]) -> Void

    init(
        label: String, now: @escaping @Sendable () -> Timestamp = SystemTime.now,
        write: @escaping @Sendable ([UInt8]) -> Void = Self.writeToStandardError
    ) {
        self.label = label
        self.now = now
        self.write = write
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var line: [UInt8] = []
        line.reserveCapacity(256)
        line.append(contentsOf: now().text.utf8)
        for part in [event.level.rawValue, label, "\(event.message)"] {
            line.append(UInt8(ascii: " "))
            Self.append(part, to: &line, quoting: false)
        }
        var details = Array(event.metadata ?? [:])
        details.append(contentsOf: metadata.filter { event.metadata?[$0.key] == nil })
        if let more = metadataProvider?.get() { details.append(contentsOf: more) }
        details.sort { $0.key < $1.key }
        for (key, value) in details {
            line.append(UInt8(ascii: " "))
            line.append(contentsOf: key.utf8)
            line.append(UInt8(ascii: "="))
            Self.append("\(value)", to: &line, quoting: true)
        }
        line.append(UInt8(ascii: "\n"))
        write(line)
    }

    /// Appends a text so that it can neither begin a line nor, when it is quoted, look like another
    /// detail.
    private static func append(_ text: String, to line: inout [UInt8], quoting: Bool) {
        let isPlain = text.utf8.allSatisfy { byte in
            byte > 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "=") && byte != 0x7F
        }
        if isPlain && !text.isEmpty {
            line.append(contentsOf: text.utf8)
            return
        }
        if quoting { line.append(UInt8(ascii: "\"")) }
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\"") where quoting: line.append(contentsOf: "\\\"".utf8)
            case UInt8(ascii: "\\") where quoting: line.append(contentsOf: "\\\\".utf8)
            case UInt8(ascii: "\n"): line.append(contentsOf: "\\n".utf8)
            case ..<0x20, 0x7F: line.append(UInt8(ascii: "?"))
            default: line.append(byte)
            }
        }
        if quoting { line.append(UInt8(ascii: "\"")) }
    }

    /// One call for one line, so that the lines of several threads do not run into each other.
    private static func writeToStandardError(_ line: [UInt8]) {
        _ = unsafe line.withUnsafeBytes { unsafe Glibc.write(2, $0.baseAddress, $0.count) }
    }
}
