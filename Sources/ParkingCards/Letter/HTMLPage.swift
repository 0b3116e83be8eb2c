/// Writes a page of HTML (WHATWG HTML, in UTF-8).
struct HTMLPage {
    private var bytes: [UInt8]

    /// The bytes of a page with this root.
    static func bytes(of root: HTMLNode) -> [UInt8] {
        var page = HTMLPage(bytes: Array("<!DOCTYPE html>\n".utf8))
        page.write(root)
        return page.bytes
    }

    private mutating func write(_ node: HTMLNode) {
        switch node {
        case .text(let text): escape(text)
        case .fixed(let text):
            put("\(text)")
            put("\n")
        case .element(let name, let attributes, let children):
            put("<\(name.rawValue)")
            for attribute in attributes {
                put(" \(attribute.name)=\"")
                escape(attribute.value)
                put("\"")
            }
            put(name.isContainer ? ">\n" : ">")
            for child in children { write(child) }
            put("</\(name.rawValue)>")
            if !name.isInline { put("\n") }
        }
    }

    private mutating func put(_ markup: String) { bytes.append(contentsOf: markup.utf8) }

    /// Writes text by its Unicode scalars: a quote with a combining mark behind it is one character
    /// and yet a quote.
    private mutating func escape(_ text: String) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": put("&amp;")
            case "<": put("&lt;")
            case ">": put("&gt;")
            case "\"": put("&quot;")
            case "'": put("&#39;")
            case _ where Self.isUnwritable(scalar): put("\u{FFFD}")
            default: UTF8.encode(scalar) { bytes.append($0) }
            }
        }
    }

    /// What HTML does not allow, and what would turn round the direction of the text after it.
    private static func isUnwritable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: false
        case 0...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0xFDD0...0xFDEF: true
        default: scalar.value & 0xFFFE == 0xFFFE
        }
    }
}
