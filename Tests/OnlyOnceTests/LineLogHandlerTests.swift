import Facts
import Logging
import Synchronization
import Testing

@testable import onlyonce

@Suite("the application log")
struct LineLogHandlerTests {
    private final class Lines: Sendable {
        let bytes = Mutex<[UInt8]>([])
        var text: String { bytes.withLock { String(decoding: $0, as: UTF8.self) } }
    }

    private func logger(_ lines: Lines) -> Logger {
        Logger(label: "test") { label in
            LineLogHandler(
                label: label, now: { Timestamp(milliseconds: 1_795_252_442_125) },
                write: { line in lines.bytes.withLock { $0.append(contentsOf: line) } })
        }
    }

    @Test("an event is one line, its details in the order of their keys")
    func oneLine() {
        let lines = Lines()
        var logger = logger(lines)
        logger[metadataKey: "listener"] = "api"
        logger.info("answered", metadata: ["status": "200", "duration_us": "81"])
        #expect(
            lines.text
                == "2026-11-21T09:14:02.125Z info test answered"
                + " duration_us=81 listener=api status=200\n")
    }

    @Test("a text can neither begin a line nor pass for another detail")
    func hostileText() {
        let lines = Lines()
        logger(lines).info("a\nb", metadata: ["a": "x status=\"9\"\n\u{1B}[0m", "b": "", "c": "é"])
        #expect(
            lines.text
                == "2026-11-21T09:14:02.125Z info test a\\nb"
                + " a=\"x status=\\\"9\\\"\\n?[0m\" b=\"\" c=é\n")
    }

    @Test("what is below the level leaves nothing")
    func level() {
        let lines = Lines()
        logger(lines).debug("nothing")
        #expect(lines.text.isEmpty)
    }
}
