public import CoreMetrics
import Synchronization

/// A back end of swift-metrics that keeps counters, gauges and histograms in memory and writes them
/// as Prometheus text (exposition format 0.0.4).
///
/// Labels must come from closed sets: every combination is kept until the process ends.
public final class PrometheusMetrics: MetricsFactory, Sendable {
    private let counters = Mutex<[SeriesName: PrometheusCounter]>([:])
    private let gauges = Mutex<[SeriesName: PrometheusGauge]>([:])
    private let histograms = Mutex<[SeriesName: PrometheusHistogram]>([:])

    public init() {}

    public func makeCounter(
        label: String, dimensions: [(String, String)]
    ) -> any CounterHandler {
        counters.withLock { $0.handler(SeriesName(label, dimensions), PrometheusCounter()) }
    }

    public func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        gauges.withLock { $0.handler(SeriesName(label, dimensions), PrometheusGauge()) }
    }

    public func makeRecorder(
        label: String, dimensions: [(String, String)], aggregate: Bool
    ) -> any RecorderHandler {
        let name = SeriesName(label, dimensions)
        return aggregate
            ? histograms.withLock { $0.handler(name, PrometheusHistogram()) }
            : gauges.withLock { $0.handler(name, PrometheusGauge()) }
    }

    public func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        histograms.withLock { $0.handler(SeriesName(label, dimensions), PrometheusHistogram()) }
    }

    // What was once counted stays: a scraper would take its end for a restart.
    public func destroyCounter(_ handler: any CounterHandler) {}
    public func destroyTimer(_ handler: any TimerHandler) {}

    // What a gauge measured may be there no more.
    public func destroyMeter(_ handler: any MeterHandler) { forget(handler) }
    public func destroyRecorder(_ handler: any RecorderHandler) { forget(handler) }

    private func forget(_ handler: AnyObject) {
        gauges.withLock { gauges in
            for (name, gauge) in gauges where gauge === handler {
                gauges.removeValue(forKey: name)
            }
        }
    }

    /// Everything that was measured until now.
    public var text: String {
        var text = PrometheusText()
        text.append(counters.withLock { $0 }, "counter") { name, counter, lines in
            lines.sample(name, String(counter.value))
        }
        text.append(gauges.withLock { $0 }, "gauge") { name, gauge, lines in
            lines.sample(name, PrometheusText.number(gauge.value))
        }
        text.append(histograms.withLock { $0 }, "histogram") { name, histogram, lines in
            lines.histogram(name, histogram.state)
        }
        return text.text
    }
}

extension Dictionary where Key == SeriesName {
    /// The handler of this series: one for all who measure it.
    fileprivate mutating func handler(
        _ name: SeriesName, _ new: @autoclosure () -> Value
    ) -> Value {
        if let known = self[name] { return known }
        let made = new()
        self[name] = made
        return made
    }
}
