import CanonicalJSON
import ConsultLog
import Facts

/// An entry as commands see it: its place and its document, with nothing disclosed.
struct PageEntry {
    let position: Int64
    let time: String
    let document: JSONValue
    /// The bytes that were hashed, as text.
    let json: String

    init(_ row: LogRow) throws(UsageError) {
        switch row {
        case .entry(let listed): try self.init(listed)
        case .retired(let position):
            self.init(
                position: position.number, time: Self.noTime, document: .null, json: "null")
        }
    }

    /// Stands where the time of a retired entry is not known any more, as long as a time.
    private static let noTime = String(repeating: "-", count: 24)

    /// Whether the keys of the entry were destroyed and its bytes are gone.
    var isRetired: Bool { document == .null }

    private init(position: Int64, time: String, document: JSONValue, json: String) {
        self.position = position
        self.time = time
        self.document = document
        self.json = json
    }

    private init(_ listed: ListedEntry) throws(UsageError) {
        guard let document = try? JSONValue(parsing: listed.entry.bytes) else {
            throw UsageError("the entry at position \(listed.position.number) cannot be read")
        }
        self.init(
            position: listed.position.number, time: listed.entry.time.text, document: document,
            json: String(decoding: listed.entry.bytes, as: UTF8.self))
    }

    /// Reads what ``value`` wrote.
    init?(_ value: JSONValue) {
        guard let position = value["position"]?.integer, let time = value["time"]?.string,
            let json = value["entry"]?.string, let document = try? JSONValue(parsing: json.utf8)
        else { return nil }
        self.position = position
        self.time = time
        self.json = json
        self.document = document
    }

    /// The entry and its place as one canonical JSON document. The bytes that were hashed stand in
    /// it as they are: they are canonical JSON themselves.
    var line: String { "{\"entry\":\(json),\"position\":\(position)}" }

    /// The entry as it goes through the socket.
    var value: JSONValue {
        ["position": .integer(position), "time": .string(time), "entry": .string(json)]
    }
}
