import Crypto

extension LogOrigin {
    /// The SHA-256 of the origin in small hexadecimal digits: the name of a log in the addresses of
    /// a witness (C2SP tlog-witness).
    public var encoded: String {
        let digits = Array("0123456789abcdef")
        return SHA256.hash(data: Array(text.utf8)).reduce(into: "") { name, byte in
            name.append(digits[Int(byte >> 4)])
            name.append(digits[Int(byte & 15)])
        }
    }
}
