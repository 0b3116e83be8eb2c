import AccessRights
import CoreMetrics
import Facts
import HTTPFacade
import Synchronization

/// Shows in the metrics in how many seconds each certificate expires; below zero when it has.
final class CertificateMonitor: Sendable {
    private let files: [(CertificateFile, Gauge)]
    private let lists: Gauge?
    private let callers: LiveCallers
    private let metrics: PrometheusMetrics
    /// By certificate: an application has two while it replaces one.
    private let applications = Mutex<[CertificateFingerprint: Gauge]>([:])
    private let unseen: Gauge

    init(_ configuration: Configuration, _ callers: LiveCallers, metrics: PrometheusMetrics) {
        self.callers = callers
        self.metrics = metrics
        unseen = Gauge(
            label: "onlyonce_application_certificates_unseen", dimensions: [], factory: metrics)
        files = configuration.certificateFiles.map { file in
            (
                file,
                Gauge(
                    label: "onlyonce_certificate_expiry_seconds",
                    dimensions: [("certificate", file.name)], factory: metrics)
            )
        }
        lists = configuration.revocations.map { _ in
            Gauge(
                label: "onlyonce_revocations_expiry_seconds", dimensions: [], factory: metrics)
        }
    }

    /// Measures anew. It may block.
    ///
    /// - Parameter unseen: of how many certificates it is not known until when they are valid.
    func measure(_ lifetimes: [CertificateLifetime], unseen: Int, at now: Timestamp) {
        self.unseen.record(Double(unseen))
        for (file, gauge) in files {
            if let end = file.validity?.to { gauge.record(Self.seconds(until: end, from: now)) }
        }
        if let end = callers.revocations.current?.end {
            lists?.record(Self.seconds(until: end, from: now))
        }
        applications.withLock { gauges in
            let current = Set(lifetimes.map(\.fingerprint))
            for (fingerprint, gauge) in gauges where !current.contains(fingerprint) {
                gauge.destroy()
                gauges.removeValue(forKey: fingerprint)
            }
            for lifetime in lifetimes {
                let gauge = gauges[lifetime.fingerprint] ?? gauge(of: lifetime)
                gauges[lifetime.fingerprint] = gauge
                gauge.record(Self.seconds(until: lifetime.end, from: now))
            }
        }
    }

    private func gauge(of lifetime: CertificateLifetime) -> Gauge {
        Gauge(
            label: "onlyonce_application_certificate_expiry_seconds",
            dimensions: [
                ("application", lifetime.application.text),
                ("fingerprint", String(lifetime.fingerprint.hexadecimal.prefix(16))),
            ], factory: metrics)
    }

    private static func seconds(until end: Timestamp, from now: Timestamp) -> Double {
        (Double(end.milliseconds - now.milliseconds) / 1000).rounded(.down)
    }
}
