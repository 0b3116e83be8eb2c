public import CanonicalJSON

/// Hits as JSON, one document a line.
public enum JSONLinesExport {
    public static func line(_ record: HitRecord) throws(JSONFailure) -> String {
        String(decoding: try record.json.canonicalBytes(), as: UTF8.self) + "\n"
    }
}
