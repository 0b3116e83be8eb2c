import ArgumentParser
import CanonicalJSON
import ConsultLog
import LogProofs
import TransparencyLogs

/// What a verification came to, for a person and for a program.
struct LogVerdict {
    /// Nothing was verified, and nothing found wrong: the source gave no answer.
    static let noAnswer = ExitCode(3)
    /// A deviation was found.
    static let deviates = ExitCode(2)

    let lines: [String]
    let document: JSONValue
    /// `nil` when everything holds.
    let end: ExitCode?

    init(_ report: LogVerifierReport) {
        let checkpoint = report.checkpoint.checkpoint
        var lines = [
            "\(checkpoint.origin) holds: \(report.size) entries, root \(checkpoint.root)."
        ]
        if report.hashesAlone {
            lines.append("Entries: none are published, so that hashes alone were checked.")
        } else {
            lines.append("Entries: \(report.entryCount) read (\(Self.kinds(report.entries))).")
            lines.append("Outcomes: \(report.references) held to their intents.")
        }
        if report.retired > 0 {
            lines.append("Retired: \(report.retired) entries, of which the hashes are left.")
        }
        lines.append("Tiles: \(report.tiles), every hash recomputed up to the root.")
        lines.append(Self.signatures(report.checkpoint))
        if let since = report.since {
            lines.append("It only grew since it had \(since) entries.")
        }
        self.lines = lines
        var members = Self.members(report.checkpoint, report.entries)
        members["hashesAlone"] = .bool(report.hashesAlone)
        members["references"] = .integer(Int64(clamping: report.references))
        members["retired"] = .integer(Int64(clamping: report.retired))
        members["tiles"] = .integer(Int64(clamping: report.tiles))
        members["since"] = report.since.map { .integer(Int64(clamping: $0)) }
        document = .object(members)
        end = nil
    }

    init(_ report: ReceiptReport) {
        let checkpoint = report.checkpoint.checkpoint
        lines = [
            "The receipt of consult \(report.consult) holds.",
            "Entries: \(Self.kinds(report.entries)), proven in \(checkpoint.origin) "
                + "at \(checkpoint.size) entries, root \(checkpoint.root).",
            "Disclosed: \(report.disclosures) values, held to their entries.",
            Self.signatures(report.checkpoint),
        ]
        var members = Self.members(report.checkpoint, report.entries)
        members["consult"] = .string(report.consult.description)
        members["disclosures"] = .integer(Int64(clamping: report.disclosures))
        document = .object(members)
        end = nil
    }

    init(_ failure: LogVerifierFailure) {
        switch failure {
        case .source: self.init("noAnswer", "No answer", failure.description, Self.noAnswer)
        case .deviation: self.init(deviation: failure.description)
        }
    }

    init(_ failure: ReceiptFailure) { self.init(deviation: failure.description) }

    private init(deviation: String) {
        self.init("deviates", "Deviation", deviation, Self.deviates)
    }

    private init(_ verdict: String, _ word: String, _ detail: String, _ end: ExitCode) {
        lines = ["\(word): \(detail)."]
        document = ["verdict": .string(verdict), "detail": .string(detail)]
        self.end = end
    }

    private static func members(
        _ trusted: TrustedCheckpoint, _ entries: [EntryKind: UInt64]
    ) -> JSONObject {
        var kinds = JSONObject()
        for (kind, count) in entries { kinds[kind.rawValue] = .integer(Int64(clamping: count)) }
        return [
            "verdict": "holds",
            "origin": .string(trusted.checkpoint.origin.text),
            "size": .integer(Int64(clamping: trusted.checkpoint.size)),
            "root": .string(trusted.checkpoint.root.base64),
            "cosignedBy": .array(
                trusted.cosignatures.map { .string($0.key.name.text) }),
            "entries": .object(kinds),
        ]
    }

    private static func kinds(_ entries: [EntryKind: UInt64]) -> String {
        let counts = EntryKind.allCases.compactMap { kind in
            entries[kind].map { "\($0) \(kind.rawValue)" }
        }
        return counts.isEmpty ? "none" : counts.joined(separator: ", ")
    }

    private static func signatures(_ trusted: TrustedCheckpoint) -> String {
        let witnesses = trusted.cosignatures.map(\.key.name.text)
        guard !witnesses.isEmpty else { return "Signed by the log; no witness was asked for." }
        return "Signed by the log and \(witnesses.joined(separator: ", "))."
    }
}
