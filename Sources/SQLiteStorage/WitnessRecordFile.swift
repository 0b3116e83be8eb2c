import Crypto
import Foundation
import LogProofs
import TransparencyLogs

/// A witness's record as a file: a line that says what it is, the SHA-256 of what follows in base64,
/// the time, and the checkpoint as the log signed it. A changed bit anywhere makes it none.
enum WitnessRecordFile {
    private static let title = "onlyonce witness record 1"

    static func bytes(of record: WitnessRecord) -> [UInt8] {
        let content = Array("time \(record.time)\n".utf8) + record.signed.bytes
        return Array("\(title)\n\(digest(content))\n".utf8) + content
    }

    static func record(in bytes: [UInt8]) -> WitnessRecord? {
        let parts = bytes.split(
            separator: UInt8(ascii: "\n"), maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count == 4, parts[2].starts(with: "time ".utf8),
            let time = UInt64(String(decoding: parts[2].dropFirst(5), as: UTF8.self)),
            let signed = try? SignedCheckpoint(parsing: Array(parts[3]))
        else { return nil }
        let record = WitnessRecord(signed: signed, time: time)
        // The title and the digest are compared with it.
        return self.bytes(of: record) == bytes ? record : nil
    }

    private static func digest(_ content: [UInt8]) -> String {
        Data(SHA256.hash(data: content)).base64EncodedString()
    }
}
