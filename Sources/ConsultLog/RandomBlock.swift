/// Random bytes that were fetched at once and are handed out piece by piece, each only once.
struct RandomBlock {
    private let content: [UInt8]
    private var position = 0

    init(_ source: any RandomSource, count: Int) { content = source.bytes(count) }

    mutating func bytes(_ count: Int) -> [UInt8] {
        defer { position += count }
        return Array(content[position..<position + count])
    }

    mutating func word() -> UInt64 {
        defer { position += 8 }
        return content[position..<position + 8].reduce(0) { $0 << 8 | UInt64($1) }
    }
}
