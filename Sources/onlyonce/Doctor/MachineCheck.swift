import Facts
import Foundation

/// Examines the machine: its clock and its disk.
struct MachineCheck {
    private let configuration: Configuration
    private let now: Timestamp

    init(_ configuration: Configuration, now: Timestamp) {
        self.configuration = configuration
        self.now = now
    }

    var findings: [Finding] { [synchronisation, order, space] }

    /// Whether a program that keeps the clock right left its trace.
    private var synchronisation: Finding {
        let traces = [
            "/run/systemd/timesync/synchronized", "/run/chrony/chronyd.pid", "/run/chronyd.pid",
            "/run/ntpd.pid", "/run/ntpsec/ntpd.pid", "/run/openntpd.pid",
        ]
        return traces.contains { FileManager.default.fileExists(atPath: $0) }
            ? Finding(.good, "clock", "is kept right")
            : Finding(
                .warning, "clock",
                "nothing was found that keeps it right (systemd-timesyncd, chrony, ntpd)")
    }

    /// Whether the clock stands behind what was written already.
    private var order: Finding {
        let path = configuration.storage.data + "/log.sqlite"
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        guard let written = attributes?[.modificationDate] as? Date else {
            return Finding(.good, "time", "nothing was written yet")
        }
        let ahead = written.timeIntervalSince1970 - Double(now.milliseconds) / 1000
        return ahead > 60
            ? Finding(
                .problem, "time",
                "the log was last written \(Int(ahead)) seconds from now: the clock is behind")
            : Finding(.good, "time", "is later than everything in the log")
    }

    private var space: Finding {
        let path = configuration.storage.data
        let attributes = try? FileManager.default.attributesOfFileSystem(forPath: path)
        guard let free = (attributes?[.systemFreeSize] as? NSNumber)?.uint64Value else {
            return Finding(.warning, "data", "\(path) is not there yet")
        }
        let reserve = configuration.log.reserve
        let megabytes = free >> 20
        if free < reserve {
            return Finding(
                .problem, "data",
                "\(megabytes) MB are free, less than the reserve: every consult is refused")
        }
        return Finding(
            free < reserve * 10 ? .warning : .good, "data", "\(megabytes) MB are free")
    }
}
