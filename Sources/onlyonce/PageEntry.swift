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

    init(_ listed: ListedEntry) throws(UsageError) {
        position = listed.position.number
        time = listed.entry.time.text
        json = String(decoding: listed.entry.bytes, as: UTF8.self)
        guard let document = try? JSONValue(parsing: listed.entry.bytes) else {
            throw UsageError("the entry at position \(listed.position.number) cannot be read")
        }
        self.document = document
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
