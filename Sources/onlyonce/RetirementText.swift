import CanonicalJSON

/// What a retirement does or did, for a person.
struct RetirementText {
    private let lines: [String]

    init(_ reply: JSONValue, isDone: Bool) {
        let periods = reply["periods"]?.array ?? []
        var lines: [String] = []
        var count: Int64 = 0
        for period in periods {
            let entries = period["entries"]?.integer ?? 0
            let obstacles = (period["obstacles"]?.array ?? []).compactMap(\.string)
            if obstacles.isEmpty { count += entries }
            let name = "\(period["class"]?.string ?? "?") \(period["month"]?.string ?? "?")"
            let fate = obstacles.isEmpty ? "" : "  stays: " + obstacles.joined(separator: "; ")
            lines.append("\(name)  \(entries) entries\(fate)")
        }
        if periods.isEmpty { lines.append("There is nothing to retire.") }
        if isDone {
            lines.append("\(reply["erased"]?.integer ?? 0) entries are unreadable for ever.")
            if let key = reply["wrappedBy"]?.string {
                lines.append("The other keys are wrapped by \(key) now.")
            }
            if let advice = reply["advice"]?.string { lines.append("To do: \(advice).") }
        } else {
            lines.append("\(count) entries would become unreadable; nothing was done (--yes).")
        }
        self.lines = lines
    }

    func print() { for line in lines { Swift.print(line) } }
}
