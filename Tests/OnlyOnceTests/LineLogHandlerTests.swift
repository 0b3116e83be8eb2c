import Facts
import Foundation
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
                == "2026-11-21T09:14:02.125Z info test a?b"
                + " a=\"x status=\\\"9\\\"??[0m\" b=\"\" c=é\n")
    }

    @Test("what is below the level leaves nothing")
    func level() {
        let lines = Lines()
        logger(lines).debug("nothing")
        #expect(lines.text.isEmpty)
    }

    @Test(
        "controls and separators of lines show as question marks, wherever they are",
        arguments: [
            "\n", "\r\n", "\u{0}", "\u{7F}", "\u{80}", "\u{85}", "\u{9B}", "\u{9F}", "\u{2028}",
            "\u{2029}", "\r\u{301}",
        ])
    func controls(text: String) {
        let lines = Lines()
        let marks = String(
            String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\u{301}" ? $0 : "?" }))
        logger(lines).info("a\(text)b", metadata: ["k\(text)": "c\(text)d"])
        let key = String(repeating: "?", count: text.unicodeScalars.count)
        #expect(
            lines.text.utf8.elementsEqual(
                "2026-11-21T09:14:02.125Z info test a\(marks)b k\(key)=\"c\(marks)d\"\n".utf8))
    }

    @Test("a message that could pass for details is quoted, and so is a backslash")
    func quoted() {
        let lines = Lines()
        logger(lines).info("done status=200", metadata: ["a": "x\\", "b": "x\u{A0}y"])
        logger(lines).info("say \"no\"", metadata: ["x=1 y": "1", "": "2"])
        #expect(
            lines.text
                == #"2026-11-21T09:14:02.125Z info test "done status=200" a="x\\" b="x\#u{A0}y""#
                + "\n"
                + #"2026-11-21T09:14:02.125Z info test "say \"no\"" ?=2 x?1?y=1"# + "\n")
    }

    @Test("a key stands in a line once: the event's before the provider's before the logger's")
    func keysOnce() {
        let lines = Lines()
        var handler = LineLogHandler(
            label: "test", now: { Timestamp(milliseconds: 1_795_252_442_125) },
            write: { line in lines.bytes.withLock { $0.append(contentsOf: line) } })
        handler.metadata = ["a": "logger", "b": "logger", "c": "logger"]
        handler.metadataProvider = Logger.MetadataProvider { ["b": "provider", "c": "provider"] }
        let made = handler
        Logger(label: "test") { _ in made }.info("x", metadata: ["c": "event"])
        #expect(
            lines.text
                == "2026-11-21T09:14:02.125Z info test x a=logger b=provider c=event\n")
    }

    @Test("a line is written whole, also where the system takes it in parts")
    func shortWrites() throws {
        var ends: [Int32] = [-1, -1]
        let isOpen = unsafe pipe(&ends) == 0
        try #require(isOpen)
        let (reading, writing) = (ends[0], ends[1])
        // More than a pipe holds, and a pipe that says so.
        let line = [UInt8](repeating: UInt8(ascii: "x"), count: 300_000)
        try #require(fcntl(writing, F_SETFL, O_NONBLOCK) == 0)
        Thread.detachNewThread {
            LineLogHandler.write(line, to: writing)
            close(writing)
        }
        var received: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 50_000)
        while case let count = unsafe read(reading, &buffer, buffer.count), count > 0 {
            received.append(contentsOf: buffer[..<count])
        }
        close(reading)
        #expect(received == line)
    }
}
