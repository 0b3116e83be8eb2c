import CanonicalJSON
public import ConsultLog

/// What proves to the asker of a consult that it stands in the log, and how: the entries of the
/// consult, a proof for each, and the confidential values that the asker may have of them.
///
/// It is one canonical JSON document (Contracts/log/README.md), checked without any other program
/// of the log: hash the entry, follow the proof to the root, check the signatures under it.
public struct Receipt: Hashable, Sendable {
    /// The version of the form.
    public static let version: Int64 = 1
    /// The largest receipt that is read, in bytes.
    public static let mostBytes = 64 << 20

    public let consult: ConsultID
    /// In the order of their indices, at least one.
    public let entries: [ReceiptEntry]

    /// The canonical document.
    public let bytes: [UInt8]

    /// - Throws: `JSONFailure` when a checkpoint has a noncharacter, which JSON does not carry.
    init(consult: ConsultID, entries: [ReceiptEntry]) throws(JSONFailure) {
        precondition(!entries.isEmpty)
        self.consult = consult
        self.entries = entries
        let document: JSONValue = [
            "consult": .string(consult.description),
            "entries": .array(try entries.map { entry throws(JSONFailure) in try entry.value }),
            "version": .integer(Self.version),
        ]
        bytes = try document.canonicalBytes()
    }

    /// Reads a receipt, strictly; nothing of it is proven before ``verify(policy:)``.
    ///
    /// - Throws: ``ReceiptFailure`` unless it is exactly what ``bytes`` writes.
    public init(parsing bytes: [UInt8]) throws(ReceiptFailure) {
        let value: JSONValue
        do throws(JSONFailure) {
            value = try JSONValue(parsing: bytes, limits: JSONLimits(size: Self.mostBytes))
        } catch {
            throw .notJSON(error)
        }
        var reader = JSONReader(value)
        let entries = reader.objects("entries") { ReceiptParts(&$0) }
        let parts: (ConsultID, [ReceiptParts])
        do throws(JSONFieldIssues) {
            _ = reader.integer("version", in: Self.version...Self.version)
            parts = try reader.complete(
                reader.string("consult", expected: "a UUID of version 7") {
                    UUIDv7(parsing: $0).map { ConsultID($0) }
                }, entries)
        } catch {
            throw .fields(error)
        }
        guard !parts.1.isEmpty else { throw .noEntries }
        let read = try parts.1.enumerated().map { place, parts throws(ReceiptFailure) in
            try ReceiptEntry(parts, at: place)
        }
        do throws(JSONFailure) {
            try self.init(consult: parts.0, entries: read)
        } catch {
            throw .notJSON(error)
        }
        guard self.bytes == bytes else { throw .notCanonical }
    }
}
