import AccessRights
import ConsultLog

// The groups of a segment as words: for each the key (two words, zero for none), the month counted
// from year 0, the length of the name of the retention class, and the name, filled up with zeros.
extension KeyGroup {
    static func words(_ groups: [KeyGroup]) -> [UInt64] {
        var words: [UInt64] = []
        for group in groups {
            words += pack(group.key?.bytes ?? [UInt8](repeating: 0, count: 16))
            words.append(UInt64(group.period.month.year * 12 + group.period.month.month - 1))
            let name = Array(group.period.retention.text.utf8)
            words.append(UInt64(name.count))
            words += pack(name)
        }
        return words
    }

    /// Reads groups; `nil` when the words are none.
    static func groups(in words: [UInt64]) -> [KeyGroup]? {
        var groups: [KeyGroup] = []
        var rest = words[...]
        while !rest.isEmpty {
            guard rest.count >= 4 else { return nil }
            let key = unpack(rest.prefix(2))
            let months = Int(clamping: rest[rest.startIndex + 2])
            let length = Int(clamping: rest[rest.startIndex + 3])
            rest = rest.dropFirst(4)
            guard length <= 64, rest.count >= (length + 7) / 8 else { return nil }
            let name = unpack(rest.prefix((length + 7) / 8)).prefix(length)
            rest = rest.dropFirst((length + 7) / 8)
            let digits = String(10_000 + months / 12).dropFirst() + "-"
            let month = Month(parsing: digits + String(100 + months % 12 + 1).dropFirst())
            let retention = try? RetentionClass(parsing: String(decoding: name, as: UTF8.self))
            guard let month, let retention else { return nil }
            groups.append(
                KeyGroup(
                    period: KeyPeriod(retention: retention, month: month),
                    key: key.allSatisfy { $0 == 0 } ? nil : DataKeyID(bytes: key)))
        }
        return groups
    }

    private static func pack(_ bytes: [UInt8]) -> [UInt64] {
        stride(from: 0, to: bytes.count, by: 8).map { start in
            (start..<start + 8).reduce(0) { $0 << 8 | ($1 < bytes.count ? UInt64(bytes[$1]) : 0) }
        }
    }

    private static func unpack(_ words: some Collection<UInt64>) -> [UInt8] {
        words.flatMap { word in
            stride(from: 56, through: 0, by: -8).map {
                UInt8(truncatingIfNeeded: word >> UInt64($0))
            }
        }
    }
}
