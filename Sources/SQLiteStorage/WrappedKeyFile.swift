import AccessRights
import CanonicalJSON
import ConsultLog
import Foundation

/// The form of the file that holds one wrapped data key.
enum WrappedKeyFile {
    static let suffix = ".key"

    /// `ten-years.2026-11.<name of the key>.key`
    static func name(of key: WrappedDataKey) -> String {
        "\(key.period.retention.text).\(key.period.month).\(key.id)\(suffix)"
    }

    static func bytes(of key: WrappedDataKey) -> [UInt8] {
        let wrapped = Data(key.wrapped).base64EncodedString()
        return Array(
            """
            {"id":"\(key.id)","month":"\(key.period.month)",\
            "retention":"\(key.period.retention.text)","version":1,"wrapped":"\(wrapped)",\
            "wrappedBy":"\(key.wrappedBy)"}

            """.utf8)
    }

    /// The key, or `nil` when the bytes are not such a file.
    static func key(in bytes: [UInt8]) -> WrappedDataKey? {
        guard let value = try? JSONValue(parsing: bytes) else { return nil }
        var reader = JSONReader(value)
        let (_, id, month, retention, wrapped, wrappedBy):
            (
                Int64, DataKeyID, Month, RetentionClass, [UInt8], KeyEncryptionKeyID
            )
        do throws(JSONFieldIssues) {
            (_, id, month, retention, wrapped, wrappedBy) = try reader.complete(
                reader.integer("version", in: 1...1),
                reader.string("id", expected: "a name") { DataKeyID(parsing: $0) },
                reader.string("month", expected: "a month") { Month(parsing: $0) },
                reader.string("retention", expected: "a name") { try RetentionClass(parsing: $0) },
                reader.string("wrapped", expected: "base64") {
                    Data(base64Encoded: $0).map { Array($0) }
                },
                reader.string("wrappedBy", expected: "a name") { KeyEncryptionKeyID(parsing: $0) })
        } catch {
            return nil
        }
        return WrappedDataKey(
            id: id, period: KeyPeriod(retention: retention, month: month), wrappedBy: wrappedBy,
            wrapped: wrapped)
    }
}
