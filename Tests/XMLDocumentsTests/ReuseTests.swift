import Testing

@testable import XMLDocuments

struct ReuseTests {
    /// Whether a parser may go on after this document.
    private func isReusable(after text: String) throws -> Bool {
        guard var parser = DocumentParser(validation: nil) else { throw XMLFailure.outOfMemory }
        _ = try parser.read(Array(text.utf8).span, .standard, .root)
        return parser.isReusable
    }

    @Test("a parser that met few and short names reads the next document")
    func reusable() throws {
        #expect(try isReusable(after: Samples.envelope))
    }

    @Test("a parser that met many or long names does not")
    func full() throws {
        let names = (0..<1_100).map { "<n\($0)/>" }.joined()
        #expect(try !isReusable(after: "<a>\(names)</a>"))
        let long = String(repeating: "x", count: 60_000)
        // One string of libxml2's, and as many of ours as there are names.
        let few = (0..<5).map { "<n\($0)/>" }.joined()
        #expect(try !isReusable(after: "<a xmlns='\(long)'>\(few)</a>"))
        let unused = (0..<9).map { "<a xmlns='\($0)\(long)'/>" }.joined()
        #expect(try !isReusable(after: "<b>\(unused)</b>"))
    }
}
