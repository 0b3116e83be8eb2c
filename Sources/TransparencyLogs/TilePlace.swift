/// The last part of a tile's path: its index in groups of three digits, and its width.
struct TilePlace: Hashable {
    /// The largest index that is read: its last leaf still has a number of its own.
    private static let largest = Decimal.largest >> 8

    let index: UInt64
    let width: Int

    init(index: UInt64, width: Int) {
        self.index = index
        self.width = width
    }

    /// `nil` unless it is exactly what ``path`` writes.
    init?(path: some Collection<UInt8>) {
        // Longer than any index of 64 bits with its width.
        guard path.count <= 40 else { return nil }
        var groups = path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        var width: UInt64 = UInt64(TileCoordinate.fullWidth)
        if groups.count > 1, groups[groups.count - 2].suffix(2).elementsEqual(".p".utf8) {
            guard let written = Decimal.number(groups.removeLast()), (1...255).contains(written)
            else { return nil }
            width = written
            groups.append(groups.removeLast().dropLast(2))
        }
        let digits = groups.flatMap { $0.suffix(3) }.drop { $0 == UInt8(ascii: "0") }
        guard let index = digits.isEmpty ? 0 : Decimal.number(digits), index <= Self.largest else {
            return nil
        }
        self.init(index: index, width: Int(width))
        // One place has one path: what is read must be what would be written.
        guard path.elementsEqual(self.path.utf8) else { return nil }
    }

    var path: String {
        var groups = [threeDigits(index % 1000)]
        var rest = index / 1000
        while rest > 0 {
            groups.append("x" + threeDigits(rest % 1000))
            rest /= 1000
        }
        let path = groups.reversed().joined(separator: "/")
        return width == TileCoordinate.fullWidth ? path : "\(path).p/\(width)"
    }

    private func threeDigits(_ number: UInt64) -> String {
        let digits = String(number)
        return String(repeating: "0", count: 3 - digits.utf8.count) + digits
    }
}
