import Facts
import Glibc
import Logging

/// Writes each event as one line to the standard error: the time in UTC, the level, the label, the
/// message, and the details as `key=value` in the order of their keys.
///
/// The error of an event is not written: its text may quote the data it is about. A gateway leaves
/// a line for every request, so that the cost of one counts.
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
            LogText.appendWords(part, to: &line)
        }
        for (key, value) in details(of: event).sorted(by: { $0.key < $1.key }) {
            line.append(UInt8(ascii: " "))
            LogText.appendKey(key, to: &line)
            line.append(UInt8(ascii: "="))
            LogText.appendValue("\(value)", to: &line)
        }
        line.append(UInt8(ascii: "\n"))
        write(line)
    }

    /// Each key once: the event's own detail goes before the provider's, and that before the
    /// logger's.
    private func details(of event: LogEvent) -> Logger.Metadata {
        var details = metadata
        if let more = metadataProvider?.get() { details.merge(more) { $1 } }
        if let own = event.metadata { details.merge(own) { $1 } }
        return details
    }

    /// One call for one line wherever the system takes it whole, so that the lines of several
    /// threads do not run into each other.
    private static func writeToStandardError(_ line: [UInt8]) { write(line, to: STDERR_FILENO) }

    /// Writes all of a line, as the system takes it; what cannot be written is dropped.
    static func write(_ line: [UInt8], to descriptor: Int32) {
        var rest = line[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes {
                unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
            }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno == EAGAIN {
                // Another process can have made the shared descriptor so.
                var room = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                guard unsafe poll(&room, 1, -1) > 0 || errno == EINTR else { return }
            } else if errno != EINTR {
                return
            }
        }
    }
}
