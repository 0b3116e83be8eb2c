import Testing
import TransparencyLogs

struct TLogProofTests {
    private let tree = StoredTree(size: 40)

    private func proof(of index: UInt64, extra: [UInt8]? = nil) throws -> TLogProof {
        let checkpoint = try Samples.checkpoint(tree, at: 40).signed(by: Samples.signer())
        return try TLogProof(
            tree.inclusionProof(of: index, at: 40), checkpoint: checkpoint, extra: extra)
    }

    @Test("a proof file reads back and proves its entry", arguments: [0, 17, 39] as [UInt64])
    func roundTrips(index: UInt64) throws {
        let origin = try Samples.origin()
        let keys = [try Samples.signer().verifier]
        for extra in [nil, [], Array("more".utf8)] as [[UInt8]?] {
            let proof = try proof(of: index, extra: extra)
            #expect(try TLogProof(parsing: proof.bytes) == proof)
            let leaf = tree.leaves[Int(index)]
            #expect(try proof.verify(leaf: leaf, origin: origin, keys: keys).size == 40)
            #expect(throws: TLogProofFailure.inclusion(.wrongRoot(index: index, size: 40))) {
                try proof.verify(leaf: leaf.flipped(bit: 3), origin: origin, keys: keys)
            }
        }
    }

    @Test("the file is laid out as specified")
    func isLaidOut() throws {
        let proof = try proof(of: 39, extra: [1])
        let lines = String(decoding: proof.bytes, as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[0] == "c2sp.org/tlog-proof@v1")
        #expect(lines[1] == "extra AQ==")
        #expect(lines[2] == "index 39")
        #expect(lines[3...6].map(String.init) == proof.hashes.map(\.base64))
        #expect(lines[7] == "" && lines[8] == "log.example/consults" && lines[9] == "40")
    }

    @Test("no bit of a proof can change, but of what nothing vouches for")
    func refusesEveryFlip() throws {
        let origin = try Samples.origin()
        let keys = [try Samples.signer().verifier]
        let bytes = try proof(of: 17).bytes
        let accepted = Samples.acceptedFlips(bytes) { changed in
            let read = try? TLogProof(parsing: changed)
            return (try? read?.verify(leaf: tree.leaves[17], origin: origin, keys: keys)) != nil
        }
        #expect(accepted.isEmpty, "at \(accepted)")
    }

    @Test("a proof cut off anywhere is refused")
    func refusesTruncation() throws {
        let bytes = try proof(of: 17, extra: [1, 2]).bytes
        for length in bytes.indices {
            #expect(throws: TLogProofFailure.self) {
                try TLogProof(parsing: Array(bytes.prefix(length)))
            }
        }
    }

    @Test("the failing line is named")
    func namesLines() throws {
        let text = String(decoding: try proof(of: 17, extra: [1]).bytes, as: UTF8.self)
        let cases = [
            (text.replacing("@v1", with: "@v2"), 1), (text.replacing("AQ==", with: "AQ="), 2),
            (text.replacing("index 17", with: "index 017"), 3),
            (text.replacing("index 17\n", with: "index 17\nhash\n"), 4),
            (text.replacing("extra AQ==\n", with: "extra AQ==\nextra AQ==\n"), 3),
        ]
        for (text, line) in cases {
            #expect(throws: TLogProofFailure.malformed(line: line)) {
                try TLogProof(parsing: Array(text.utf8))
            }
        }
        let hash = try proof(of: 17).hashes[0].base64 + "\n"
        let long = text.replacing(
            "index 17\n", with: "index 17\n" + String(repeating: hash, count: 64))
        #expect(throws: TLogProofFailure.malformed(line: 67)) {
            try TLogProof(parsing: Array(long.utf8))
        }
    }

    @Test("a proof is of the checkpoint's own size")
    func checksSize() throws {
        let checkpoint = try Samples.checkpoint(tree, at: 40).signed(by: Samples.signer())
        #expect(throws: TLogProofFailure.otherSize) {
            try TLogProof(tree.inclusionProof(of: 1, at: 39), checkpoint: checkpoint)
        }
    }
}
