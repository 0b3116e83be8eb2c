extension JSONValue {
    /// The canonical bytes (RFC 8785, JCS): the same value always gives the same bytes, and these
    /// parse back to the same value.
    ///
    /// - Throws: ``JSONFailure/notInteroperable(offset:)`` for a number that is not finite or is
    ///   beyond ±(2^53 − 1), and for a noncharacter. A parsed value never throws.
    public func canonicalBytes() throws(JSONFailure) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(256)
        try appendCanonical(to: &bytes)
        return bytes
    }

    /// Appends the canonical bytes; after an error the buffer holds a part of them.
    fileprivate func appendCanonical(to bytes: inout [UInt8]) throws(JSONFailure) {
        switch self {
        case .null: bytes.append(contentsOf: "null".utf8)
        case .bool(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
        case .integer(let value):
            guard value.magnitude <= JSONParser.largestInteger else {
                throw .notInteroperable(offset: bytes.count)
            }
            bytes.append(contentsOf: String(value).utf8)
        case .number(let value):
            guard value.magnitude <= Double(JSONParser.largestInteger) else {
                throw .notInteroperable(offset: bytes.count)
            }
            bytes.append(contentsOf: ECMAScriptNumber.text(value).utf8)
        case .string(let value): try CanonicalString.append(value, to: &bytes)
        case .array(let elements):
            bytes.append(UInt8(ascii: "["))
            for (index, element) in elements.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                try element.appendCanonical(to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let object): try object.appendCanonical(to: &bytes)
        }
    }
}

extension JSONObject {
    /// The canonical bytes of the object (RFC 8785, JCS).
    ///
    /// - Throws: as ``JSONValue/canonicalBytes()``.
    public func canonicalBytes() throws(JSONFailure) -> [UInt8] {
        try JSONValue.object(self).canonicalBytes()
    }

    fileprivate func appendCanonical(to bytes: inout [UInt8]) throws(JSONFailure) {
        bytes.append(UInt8(ascii: "{"))
        for (index, member) in members.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            try CanonicalString.append(member.name, to: &bytes)
            bytes.append(UInt8(ascii: ":"))
            try member.value.appendCanonical(to: &bytes)
        }
        bytes.append(UInt8(ascii: "}"))
    }
}
