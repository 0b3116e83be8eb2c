/// Hashes in base64, one a line, up to an empty line.
enum HashLines {
    /// A line, counted from 1, that is no hash or one too many.
    struct Malformed: Error {
        let line: Int
    }

    static func parse(_ lines: inout Lines, most: Int) throws(Malformed) -> [TreeHash] {
        var hashes: [TreeHash] = []
        while true {
            guard let line = lines.next() else { throw Malformed(line: hashes.count + 1) }
            if line.isEmpty { return hashes }
            guard hashes.count < most, let hash = TreeHash(base64: line) else {
                throw Malformed(line: hashes.count + 1)
            }
            hashes.append(hash)
        }
    }

    static func bytes(_ hashes: [TreeHash]) -> [UInt8] {
        Array((hashes.map { $0.base64 + "\n" }.joined() + "\n").utf8)
    }
}
