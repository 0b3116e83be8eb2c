import CanonicalJSON

/// One entry of the log on one line, for a person.
struct EntryLine {
    let text: String

    init(_ entry: PageEntry) {
        let envelope = entry.document
        let body = envelope["body"]
        let what = [
            body?["application"]?.string, body?["purpose"]?.string, body?["operation"]?.string,
            body?["verification"]?.string, body?["outcome"]?.string,
            body?["action"]?.string, body?["change"]?.string, body?["class"]?.string,
            body?["reasons"]?.array?.compactMap { $0["code"]?.string }.joined(separator: ","),
        ]
        guard !entry.isRetired else {
            text = [String(entry.position).leftPadded(to: 8), entry.time, "retired"]
                .joined(separator: "  ")
            return
        }
        text = [
            String(entry.position).leftPadded(to: 8), entry.time,
            (envelope["kind"]?.string ?? "?").rightPadded(to: 11),
            envelope["consult"]?.string ?? "?", what.compactMap(\.self).joined(separator: " "),
        ].joined(separator: "  ")
    }
}

extension String {
    fileprivate func leftPadded(to width: Int) -> String {
        String(repeating: " ", count: max(0, width - count)) + self
    }

    fileprivate func rightPadded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }
}
