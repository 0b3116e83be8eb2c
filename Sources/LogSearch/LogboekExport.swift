public import CanonicalJSON
import ConsultLog
import Facts

/// Hits with the fields of the Dutch Logboek Dataverwerkingen, one JSON document a line.
///
/// A line is about one data subject at most. The subject is disclosed when that was asked; otherwise
/// it stands there as the box of the entry: encrypted, as the standard has it. The line names no
/// official: that belongs into a log of its own.
public enum LogboekExport {
    public static func line(_ hit: SearchHit) throws(JSONFailure) -> String {
        String(decoding: try json(hit).canonicalBytes(), as: UTF8.self) + "\n"
    }

    static func json(_ hit: SearchHit) -> JSONValue {
        let record = HitRecord(hit)
        let start = hit.intent?.time ?? hit.entry.time
        var line: JSONObject = [
            "trace_id": .string(trace(of: hit, record)), "span_id": .string(span(hit.entry)),
            "status": .string(status(hit.entry)),
            "name": record["operation"] ?? .string(hit.entry.kind.rawValue),
            "start_time": .integer(start.milliseconds),
            "end_time": .integer(hit.entry.time.milliseconds),
            "attributes": attributes(hit, record),
        ]
        line["parent_span_id"] = hit.intent.map { .string(span($0)) }
        if let source = record["source"] { line["resource"] = ["name": source] }
        return .object(line)
    }

    private static func attributes(_ hit: SearchHit, _ record: HitRecord) -> JSONValue {
        var attributes = JSONObject()
        if let purpose = record["purpose"]?.string {
            attributes["dpl.core.processing_activity_id"] = .string(
                "urn:onlyonce:purpose:\(purpose)")
        }
        if let subject = record["subject"], let type = record["subjectType"] {
            attributes["dpl.core.data_subject_id"] = subject
            attributes["dpl.core.data_subject_id_type"] = type
        } else if let box = box(hit) {
            attributes["dpl.core.data_subject_id"] = .string(box)
            attributes["dpl.core.data_subject_id_type"] = "box"
        }
        if let organisation = record["organisation"] {
            attributes["dpl.core.foreign_operation.processor"] = organisation
        }
        return .object(attributes)
    }

    private static func box(_ hit: SearchHit) -> String? {
        let field = hit.entry.confidential?.subject ?? hit.intent?.confidential?.subject
        return field.map { field in field.box.map(hexadecimal).joined() }
    }

    /// 16 bytes: those of the caller's trace, or of the consult.
    private static func trace(of hit: SearchHit, _ record: HitRecord) -> String {
        (record["trace"]?.string ?? hit.entry.consult.description).filter { $0 != "-" }
    }

    /// 8 bytes: the random ones of the entry's identifier.
    private static func span(_ entry: Entry) -> String {
        entry.id.uuid.bytes.suffix(8).map(hexadecimal).joined()
    }

    private static func hexadecimal(_ byte: UInt8) -> String {
        String(String(256 + Int(byte), radix: 16).dropFirst())
    }

    private static func status(_ entry: Entry) -> String {
        switch entry.body {
        case .answered(let answered):
            switch answered.outcome {
            case .found, .replaced, .notFound: "Ok"
            case .unavailable, .unintelligible, .notAllowedBySource: "Error"
            }
        case .refused, .interrupted: "Error"
        case .asked: "Unset"
        case .audited, .keyRetired, .keyRotated, .holdChanged, .continued, .rightChanged,
            .referenceChanged, .officialChanged, .delegationChanged:
            "Ok"
        }
    }
}
