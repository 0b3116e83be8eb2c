/// Writes canonical JSON (RFC 8785) straight into bytes, for the one place where a tree of values
/// would cost too much. Whoever uses it names the members in their order; the tests compare the
/// result with the general writer.
struct CanonicalWriter {
    private(set) var bytes: [UInt8] = []
    private static let hexadecimal = Array("0123456789abcdef".utf8)

    init(capacity: Int) { bytes.reserveCapacity(capacity) }

    /// Writes what is canonical JSON already.
    mutating func raw(_ text: StaticString) {
        unsafe bytes.append(
            contentsOf: UnsafeBufferPointer(
                start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    mutating func raw(_ canonical: some Sequence<UInt8>) { bytes.append(contentsOf: canonical) }

    /// Writes a text between quotes. It holds no control characters but ends of lines, and no
    /// noncharacters.
    mutating func string(_ text: String) {
        bytes.append(0x22)
        guard text.utf8.contains(where: { $0 == 0x22 || $0 == 0x5C || $0 == 0x0A }) else {
            bytes.append(contentsOf: text.utf8)
            bytes.append(0x22)
            return
        }
        for byte in text.utf8 {
            if byte == 0x22 || byte == 0x5C { bytes.append(0x5C) }
            if byte == 0x0A {
                raw("\\n")
            } else {
                bytes.append(byte)
            }
        }
        bytes.append(0x22)
    }

    mutating func integer(_ value: Int64) { bytes.append(contentsOf: String(value).utf8) }

    mutating func base64URL(_ content: some RandomAccessCollection<UInt8>) {
        bytes.append(0x22)
        Base64URL.append(content, to: &bytes)
        bytes.append(0x22)
    }

    mutating func hexadecimal(_ content: [UInt8]) {
        bytes.append(0x22)
        for byte in content {
            bytes.append(Self.hexadecimal[Int(byte >> 4)])
            bytes.append(Self.hexadecimal[Int(byte & 15)])
        }
        bytes.append(0x22)
    }

    mutating func uuid(_ uuid: UUIDv7) {
        bytes.append(0x22)
        uuid.appendText(to: &bytes)
        bytes.append(0x22)
    }

    /// Writes a list, each element by `write`.
    mutating func list<Element>(
        _ elements: [Element], _ write: (inout CanonicalWriter, Element) -> Void
    ) {
        bytes.append(0x5B)
        for (index, element) in elements.enumerated() {
            if index > 0 { bytes.append(0x2C) }
            write(&self, element)
        }
        bytes.append(0x5D)
    }
}
