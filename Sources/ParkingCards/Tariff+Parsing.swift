import Facts
import StrictYAML

extension Tariff {
    /// Reads `ranks` or `bands`, one of which an entry has.
    static func read(_ entry: inout YAMLReader) -> Tariff? {
        if entry.has("bands") {
            let bands = entry.list("bands") { Band(&$0) }
            guard let bands else { return nil }
            let ends = bands.map { $0.upTo ?? Int.max }
            if bands.isEmpty || zip(ends, ends.dropFirst()).contains(where: { $0 >= $1 }) {
                entry.report(.invalid(expected: "bands that go up"), at: "bands")
            }
            return .bands(bands)
        }
        return entry.mapping("ranks") { ranks -> Tariff? in
            var amounts: [Euros] = []
            for (index, key) in ranks.keys.enumerated() {
                guard key == String(index + 1) else {
                    ranks.report(.invalid(expected: "rank \(index + 1)"), at: key)
                    return nil
                }
                if let amount = ranks.euros(key) { amounts.append(amount) }
            }
            return .ranks(amounts)
        }
    }
}

extension Tariff.Band {
    fileprivate init?(_ reader: inout YAMLReader) {
        let end = reader.has("upto") && reader.isNull("upto")
        let upTo = end ? nil : reader.wholeNumber("upto", in: 1...1_000_000)
        let amount = reader.euros("eur")
        guard let amount, end || upTo != nil else { return nil }
        self.init(upTo: upTo, amount: amount)
    }
}

extension YAMLReader {
    mutating func euros(_ key: String) -> Euros? {
        text(key, expected: "an amount in euros") { Euros(parsing: $0) }
    }
}
