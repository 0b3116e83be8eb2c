/// Writes series in the text format of Prometheus.
struct PrometheusText {
    private(set) var text = ""

    /// Appends the series of one kind, sorted, with a type line before each metric.
    mutating func append<Handler>(
        _ series: [SeriesName: Handler], _ type: String,
        _ write: (SeriesName, Handler, inout PrometheusText) -> Void
    ) {
        var metric: String?
        for (name, handler) in series.sorted(by: { $0.key < $1.key }) {
            if metric != name.metric {
                text += "# TYPE \(name.metric) \(type)\n"
                metric = name.metric
            }
            write(name, handler, &self)
        }
    }

    mutating func sample(
        _ name: SeriesName, suffix: String = "", label: String? = nil, _ value: String
    ) {
        let labels = [name.labels, label ?? ""].filter { !$0.isEmpty }.joined(separator: ",")
        text += name.metric + suffix + (labels.isEmpty ? "" : "{\(labels)}") + " \(value)\n"
    }

    mutating func histogram(_ name: SeriesName, _ state: PrometheusHistogram.State) {
        var count = 0
        for (index, bound) in PrometheusHistogram.bounds.enumerated() {
            count += state.counts[index]
            sample(
                name, suffix: "_bucket", label: "le=\"\(Self.number(bound))\"", String(count))
        }
        count += state.counts.last ?? 0
        sample(name, suffix: "_bucket", label: "le=\"+Inf\"", String(count))
        sample(name, suffix: "_sum", Self.number(state.sum))
        sample(name, suffix: "_count", String(count))
    }

    /// A number as Prometheus reads it.
    static func number(_ value: Double) -> String {
        value == value.rounded() && value.magnitude < 1e15 ? String(Int64(value)) : String(value)
    }
}
