/// The name of one series: the metric, and its labels in a fixed order.
struct SeriesName: Hashable, Sendable, Comparable {
    let metric: String
    /// `a="b",c="d"`, or nothing.
    let labels: String

    init(_ metric: String, _ dimensions: [(String, String)]) {
        self.metric = Self.name(metric)
        labels = dimensions.sorted { $0.0 < $1.0 }.map { name, value in
            "\(Self.name(name))=\"\(Self.escaped(value))\""
        }.joined(separator: ",")
    }

    static func < (left: SeriesName, right: SeriesName) -> Bool {
        (left.metric, left.labels) < (right.metric, right.labels)
    }

    /// A name with letters, digits and underscores alone.
    private static func name(_ text: String) -> String {
        String(
            decoding: text.utf8.map { byte in
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: byte
                default: UInt8(ascii: "_")
                }
            }, as: UTF8.self)
    }

    private static func escaped(_ value: String) -> String {
        var text = ""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\\": text += "\\\\"
            case "\"": text += "\\\""
            case "\n": text += "\\n"
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}
