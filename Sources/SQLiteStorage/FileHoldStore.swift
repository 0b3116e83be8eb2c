import AccessRights
import CanonicalJSON
public import ConsultLog
import Crypto
import Facts
import Foundation

/// Keeps legal holds in one file of the key store's directory, with a sum over them: a hold that
/// lost a bit must not let a month go.
public struct FileHoldStore: LegalHoldStore {
    /// The name of the file.
    public static let name = "legal-holds.json"

    private let directory: String
    private let queue = BlockingQueue("onlyonce.holds")

    /// - Parameter directory: that of an open ``FileKeyStore``.
    public init(directory: String) { self.directory = directory }

    public func holds() async throws(KeyFailure) -> [LegalHold] {
        try await queue.run { () throws(KeyFailure) in
            guard unsafe access(directory, F_OK) == 0 else { throw .unreadable }
            guard unsafe access(path, F_OK) == 0 else { return [] }
            guard let content = FileManager.default.contents(atPath: path) else {
                throw .unreadable
            }
            guard let holds = Self.holds(in: Array(content)) else {
                throw .malformed(file: Self.name)
            }
            return holds
        }
    }

    public func keep(_ holds: [LegalHold]) async throws(KeyFailure) {
        try await queue.run { () throws(KeyFailure) in
            do throws(NotWritten) {
                try DurableFile.write(Self.bytes(of: holds), to: path)
            } catch {
                throw .notStored(error)
            }
        }
    }

    private var path: String { directory + "/" + Self.name }

    private static func bytes(of holds: [LegalHold]) -> [UInt8] {
        let list = JSONValue.array(holds.sorted { $0.id < $1.id }.map(\.value))
        let document: JSONValue = ["holds": list, "sum": .string(sum(of: list)), "version": 1]
        return ((try? document.canonicalBytes()) ?? []) + [0x0A]
    }

    private static func holds(in bytes: [UInt8]) -> [LegalHold]? {
        guard let value = try? JSONValue(parsing: bytes), let list = value["holds"],
            value["sum"]?.string == sum(of: list), value["version"]?.integer == 1
        else { return nil }
        var reader = JSONReader(value)
        _ = reader.has("sum")
        _ = reader.has("version")
        let holds = reader.objects("holds") { LegalHold(readingFrom: &$0) }
        return try? reader.complete(holds)
    }

    private static func sum(of list: JSONValue) -> String {
        SHA256.hash(data: (try? list.canonicalBytes()) ?? []).reduce(into: "") { text, byte in
            text += String(byte, radix: 16)
        }
    }
}

extension LegalHold {
    fileprivate var value: JSONValue {
        [
            "class": .string(held.text), "from": .string(months.first.description),
            "hold": .string(id.description), "placed": .integer(placed.milliseconds),
            "to": .string(months.last.description),
        ]
    }

    fileprivate init?(readingFrom reader: inout JSONReader) {
        guard
            let held = reader.string(
                "class", expected: "a name", { try RetentionClass(parsing: $0) }),
            let first = reader.string("from", expected: "a month", { Month(parsing: $0) }),
            let last = reader.string("to", expected: "a month", { Month(parsing: $0) }),
            let id = reader.string("hold", expected: "a UUID", { UUIDv7(parsing: $0) }),
            let placed = reader.integer("placed"), let months = MonthRange(from: first, to: last)
        else { return nil }
        self.init(
            id: LegalHoldID(id), held: held, months: months,
            placed: Timestamp(milliseconds: placed))
    }
}
