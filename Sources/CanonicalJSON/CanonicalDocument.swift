/// A document in canonical JSON (RFC 8785) that is written straight into bytes, where a tree of
/// values would cost too much.
///
/// Whoever writes names the members of an object in canonical order, each once; the tests compare
/// the result with what ``JSONValue`` writes.
public struct CanonicalDocument {
    private var bytes: [UInt8] = []
    private var failure: JSONFailure?
    /// Whether what comes next needs no comma before it.
    private var isFirst = true

    public init(capacity: Int) { bytes.reserveCapacity(capacity) }

    /// The finished bytes.
    ///
    /// - Throws: ``JSONFailure/notInteroperable(offset:)`` when a text has a noncharacter
    ///   or a number is beyond ±(2^53 − 1).
    public consuming func finish() throws(JSONFailure) -> [UInt8] {
        if let failure { throw failure }
        return bytes
    }

    /// Writes an object.
    public mutating func object(_ members: (inout CanonicalDocument) -> Void) {
        begin(UInt8(ascii: "{"))
        members(&self)
        end(UInt8(ascii: "}"))
    }

    /// Writes a member, its value by `value`. The name needs no escapes.
    public mutating func member(_ name: StaticString, _ value: (inout CanonicalDocument) -> Void) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        unsafe bytes.append(
            contentsOf: UnsafeBufferPointer(
                start: name.utf8Start, count: name.utf8CodeUnitCount))
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
        isFirst = true
        value(&self)
        isFirst = false
    }

    public mutating func member(_ name: StaticString, _ text: String) {
        member(name) { $0.string(text) }
    }

    /// Writes a member that is a list, its elements by `elements`, one value after the other.
    ///
    /// It is not generic over the elements on purpose: from another module that costs more than the
    /// writing.
    public mutating func list(
        _ name: StaticString, _ elements: (inout CanonicalDocument) -> Void
    ) {
        member(name) { document in
            document.begin(UInt8(ascii: "["))
            elements(&document)
            document.end(UInt8(ascii: "]"))
        }
    }

    /// Writes a member that is text, by its bytes. They are ASCII that needs no escapes, as in
    /// numbers and days: whoever writes answers for that.
    public mutating func member(_ name: StaticString, plain text: (inout [UInt8]) -> Void) {
        member(name) { document in
            document.separate()
            document.bytes.append(UInt8(ascii: "\""))
            text(&document.bytes)
            document.bytes.append(UInt8(ascii: "\""))
        }
    }

    /// Writes a member that was written before.
    public mutating func member(_ name: StaticString, _ fragment: CanonicalFragment) {
        member(name) { document in
            document.separate()
            document.bytes.append(contentsOf: fragment.bytes)
        }
    }

    public mutating func string(_ text: String) {
        separate()
        do throws(JSONFailure) {
            try CanonicalString.append(text, to: &bytes)
        } catch {
            failure = failure ?? error
        }
    }

    public mutating func boolean(_ value: Bool) {
        separate()
        bytes.append(contentsOf: (value ? "true" : "false").utf8)
    }

    /// Writes a whole number; beyond ±(2^53 − 1) there is no document.
    public mutating func integer(_ value: Int64) {
        separate()
        guard value.magnitude <= JSONParser.largestInteger else {
            failure = failure ?? .notInteroperable(offset: bytes.count)
            return
        }
        bytes.append(contentsOf: String(value).utf8)
    }

    private mutating func begin(_ bracket: UInt8) {
        separate()
        bytes.append(bracket)
        isFirst = true
    }

    private mutating func end(_ bracket: UInt8) {
        bytes.append(bracket)
        isFirst = false
    }

    private mutating func separate() {
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        isFirst = false
    }
}
