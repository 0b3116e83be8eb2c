import CoreMetrics
import HTTPFacade
import Testing

/// The text that a scraper reads.
struct PrometheusTests {
    @Test("counters, gauges and histograms are written, labels sorted and escaped")
    func text() {
        let metrics = PrometheusMetrics()
        metrics.makeCounter(label: "a.count", dimensions: [("z", "1"), ("b", "q\"\\")])
            .increment(by: 2)
        metrics.makeCounter(label: "a.count", dimensions: [("b", "q\"\\"), ("z", "1")])
            .increment(by: 1)
        metrics.makeMeter(label: "open", dimensions: []).set(1.5)
        let timer = metrics.makeTimer(label: "took_seconds", dimensions: [("r", "x")])
        timer.recordNanoseconds(1_000_000)
        timer.recordNanoseconds(20_000_000_000)
        let lines = metrics.text.split(separator: "\n")
        #expect(lines.contains("# TYPE a_count counter"))
        #expect(lines.contains(#"a_count{b="q\"\\",z="1"} 3"#))
        #expect(lines.contains("# TYPE open gauge"))
        #expect(lines.contains("open 1.5"))
        #expect(lines.contains(#"took_seconds_bucket{r="x",le="0.0005"} 0"#))
        #expect(lines.contains(#"took_seconds_bucket{r="x",le="0.001"} 1"#))
        #expect(lines.contains(#"took_seconds_bucket{r="x",le="10"} 1"#))
        #expect(lines.contains(#"took_seconds_bucket{r="x",le="+Inf"} 2"#))
        #expect(lines.contains(#"took_seconds_sum{r="x"} 20.001"#))
        #expect(lines.contains(#"took_seconds_count{r="x"} 2"#))
    }

    @Test("a gauge that is destroyed is written no more, a counter stays")
    func destroyed() {
        let metrics = PrometheusMetrics()
        let (one, two) = (
            Gauge(label: "left", dimensions: [("of", "1")], factory: metrics),
            Gauge(label: "left", dimensions: [("of", "2")], factory: metrics)
        )
        let counter = Counter(label: "met", dimensions: [], factory: metrics)
        one.record(3)
        two.record(4)
        counter.increment()
        one.destroy()
        counter.destroy()
        #expect(!metrics.text.contains("left{of=\"1\"}"))
        #expect(metrics.text.contains("left{of=\"2\"} 4\n"))
        #expect(metrics.text.contains("met 1\n"))
    }
}
