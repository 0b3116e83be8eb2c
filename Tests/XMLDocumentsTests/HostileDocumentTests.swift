import Glibc
import Testing
import XMLDocuments

struct HostileDocumentTests {
    @Test(
        "any document type is refused before it is read",
        arguments: [
            "<!DOCTYPE a><a/>",
            "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>",
            "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
            "<!DOCTYPE a [<!ENTITY % x SYSTEM 'http://127.0.0.1:1/x.dtd'> %x;]><a/>",
            """
            <!DOCTYPE a [<!ENTITY l0 "lol"><!ENTITY l1 "&l0;&l0;&l0;&l0;&l0;&l0;&l0;&l0;&l0;&l0;">
            <!ENTITY l2 "&l1;&l1;&l1;&l1;&l1;&l1;&l1;&l1;&l1;&l1;">
            <!ENTITY l3 "&l2;&l2;&l2;&l2;&l2;&l2;&l2;&l2;&l2;&l2;">
            <!ENTITY l4 "&l3;&l3;&l3;&l3;&l3;&l3;&l3;&l3;&l3;&l3;">]><a>&l4;&l4;</a>
            """,
        ])
    func documentType(text: String) {
        #expect(throws: XMLFailure.hasDocumentType) { try Samples.parse(text) }
    }

    @Test(
        "what is not well-formed is refused with its line",
        arguments: [
            ("", 1), ("<a>", 1), ("<a></b>", 1), ("<a>\n&unknown;</a>", 2), ("<p:a/>", 1),
            ("<a b='1' b='2'/>", 1), ("<a/><b/>", 1), ("<a/>\ntrailing", 2), ("text", 1),
            ("<a>\u{01}</a>", 1), ("<a>&#0;</a>", 1), ("<a>&#x1F;</a>", 1), ("<a>\u{FFFE}</a>", 1),
        ])
    func notWellFormed(text: String, line: Int) {
        #expect(throws: XMLFailure.notWellFormed(line: line)) { try Samples.parse(text) }
    }

    @Test("a NUL byte is refused wherever it is, also behind the document")
    func nul() {
        for text in ["<a>\0</a>", "<a/>\0", "\0<a/>", "<a/>\0<b/>"] {
            #expect(throws: XMLFailure.notWellFormed(line: 1)) { try Samples.parse(text) }
        }
    }

    @Test(
        "invalid UTF-8 is refused",
        arguments: [
            [0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xE2, 0x82], [0xF8, 0x88, 0x80, 0x80, 0x80],
            [0x80],
        ] as [[UInt8]])
    func invalidUTF8(sequence: [UInt8]) {
        let bytes = Array("<a>".utf8) + sequence + Array("</a>".utf8)
        #expect(throws: XMLFailure.self) { try XMLElement(parsing: bytes) }
    }

    @Test("a document cut off after any byte is refused")
    func truncated() {
        let bytes = Array(Samples.envelope.utf8)
        for length in 0..<bytes.count {
            #expect(throws: XMLFailure.self, "\(length) bytes") {
                try XMLElement(parsing: bytes[..<length])
            }
        }
    }

    @Test("a flipped byte gives an element or a failure, never a crash")
    func flipped() throws {
        let bytes = Array(Samples.envelope.utf8)
        let schema = try XMLSchema(text: Samples.personSchema, baseDirectory: "/nowhere")
        for position in bytes.indices {
            for mask: UInt8 in [0x01, 0x20, 0x80, 0xFF] {
                var damaged = bytes
                damaged[position] ^= mask
                _ = try? XMLElement(
                    parsing: damaged, validatedAgainst: schema, validating: .soapBody)
            }
        }
    }

    @Test("size, depth and number of elements are limited, exactly")
    func limits() throws {
        let limits = XMLLimits(bytes: 40, depth: 3, elements: 5)
        _ = try Samples.parse("<a><b><c/></b></a>", limits: limits)
        #expect(throws: XMLFailure.tooDeep(limit: 3)) {
            try Samples.parse("<a><b><c><d/></c></b></a>", limits: limits)
        }
        _ = try Samples.parse("<a><b/><b/><b/><b/></a>", limits: limits)
        #expect(throws: XMLFailure.tooManyElements(limit: 5)) {
            try Samples.parse("<a><b/><b/><b/><b/><b/></a>", limits: limits)
        }
        let text = "<a>" + String(repeating: "x", count: 33) + "</a>"
        _ = try Samples.parse(text, limits: limits)
        #expect(throws: XMLFailure.tooLarge(limit: 40)) {
            try Samples.parse(text + " ", limits: limits)
        }
    }

    @Test("nesting beyond what libxml2 allows is refused by ours first")
    func nesting() {
        let text =
            String(repeating: "<a>", count: 5_000) + String(repeating: "</a>", count: 5_000)
        #expect(throws: XMLFailure.tooDeep(limit: 64)) { try Samples.parse(text) }
        let generous = XMLLimits(bytes: 1 << 20, depth: 100_000, elements: 100_000)
        #expect(throws: XMLFailure.tooDeep(limit: 256)) {
            try Samples.parse(text, limits: generous)
        }
    }

    @Test("a tag is limited, exactly, and no quote hides where it ends")
    func longTags() throws {
        let limit = XMLLimits.tagBytes
        for (start, filler, end, rest) in [
            ("<a b='", "x", "'/>", ""), ("<a b='>'", " ", "/>", ""), ("<a", " ", ">", "</a>"),
            ("<a b='\">' c=\"'", ">", "\"/>", ""), ("<a b='", "\"", "'/>", ""),
        ] {
            let count = limit - start.utf8.count - end.utf8.count
            let filling = String(repeating: filler, count: count)
            #expect(try Samples.parse(start + filling + end + rest).name == "a")
            #expect(throws: XMLFailure.tagTooLong(limit: limit)) {
                try Samples.parse(start + filling + filler + end + rest)
            }
        }
    }

    @Test("long texts, comments and sections are no tags, and a tag behind them is found")
    func longContent() throws {
        let long = String(repeating: "x ", count: XMLLimits.tagBytes)
        let tag = "<b c='\(long)'/>"
        for content in [long, "<!--\(long)-->", "<![CDATA[\(long)]]>", "<?p \(long)?>"] {
            _ = try Samples.parse("<a>\(content)</a>")
            #expect(throws: XMLFailure.tagTooLong(limit: XMLLimits.tagBytes)) {
                try Samples.parse("<a>\(content)\(tag)</a>")
            }
        }
        for opening in ["<?", "<b c='", "<b c=", "<b c='<!--", "<!-->", "<![CDATA[\""] {
            #expect(throws: XMLFailure.tagTooLong(limit: XMLLimits.tagBytes)) {
                try Samples.parse("<a>\(opening)\(tag)</a>")
            }
        }
    }

    @Test("text in as many pieces as there may be costs little more than text in one")
    func manyPieces() throws {
        let (piece, child) = (String(repeating: "x", count: 32), "<b>y</b>")
        let count = XMLLimits.standard.elements - 1
        let interrupted = String(repeating: piece + child, count: count)
        let whole =
            String(repeating: piece, count: count) + String(repeating: child, count: count)
        var costs: [Double] = []
        for content in [interrupted, whole] {
            let document = "<a>\(content)</a>"
            let start = processorSeconds()
            let element = try Samples.parse(document)
            costs.append(processorSeconds() - start)
            #expect(element.text.utf8.count == 32 * count)
        }
        #expect(costs[0] < 5 * costs[1])
    }

    /// What this thread has used of a processor, whatever runs beside it.
    private func processorSeconds() -> Double {
        var time = timespec()
        unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
