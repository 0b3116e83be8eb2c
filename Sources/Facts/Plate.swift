/// The registration mark of a vehicle, without punctuation and in capitals (`1ABC123`).
///
/// It is checked loosely, two to eight letters and digits: personalised marks, diplomatic series
/// and the forms of before 2010 all exist, and the vehicle register decides which is known.
/// One mark can pass to another vehicle or holder (royal decree of 20 July 2001, art. 25).
public struct Plate: Hashable, Sendable, Redacted {
    /// Capitals and digits, as the register's interface wants them.
    public let text: String

    /// Reads a mark; spaces, dots and dashes are left out and small letters become capitals.
    public init(parsing text: some StringProtocol) throws(InvalidIdentifier) {
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 0x20, 0x2D, 0x2E: continue
            case 0x61...0x7A: bytes.append(byte - 0x20)
            case 0x30...0x39, 0x41...0x5A: bytes.append(byte)
            default: throw InvalidIdentifier(.plate, .character)
            }
        }
        guard (2...8).contains(bytes.count) else { throw InvalidIdentifier(.plate, .length) }
        self.text = String(decoding: bytes, as: UTF8.self)
    }
}
