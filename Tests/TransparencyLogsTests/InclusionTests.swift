import Testing
import TransparencyLogs

struct InclusionTests {
    private static let tree = StoredTree(size: 300)

    @Test("every leaf of every size is proved, and not with any one bit changed", arguments: 0..<8)
    func provesEveryLeaf(part: UInt64) throws {
        let tree = Self.tree
        var bit = Int(part)
        for size in stride(from: part + 1, through: tree.size, by: 8) {
            let root = StoredTree.naiveRoot(tree.leaves.prefix(Int(size)))
            for index in 0..<size {
                let leaf = tree.leaves[Int(index)]
                let proof = try tree.inclusionProof(of: index, at: size)
                try proof.verify(leaf: leaf, root: root)
                for position in proof.hashes.indices {
                    bit = (bit + 37) % 256
                    var hashes = proof.hashes
                    hashes[position] = hashes[position].flipped(bit: bit)
                    let forged = InclusionProof(index: index, size: size, hashes: hashes)
                    let failure = failure(forged, leaf, root)
                    if failure != .wrongRoot(index: index, size: size) {
                        Issue.record("\(index) of \(size), hash \(position)")
                    }
                }
            }
        }
    }

    @Test("a proof is of its own index, size, leaf, root and length alone", arguments: 1...70)
    func provesNothingElse(size: UInt64) throws {
        let tree = Self.tree
        let root = try tree.root(at: size)
        for index in 0..<size {
            let leaf = tree.leaves[Int(index)]
            let proof = try tree.inclusionProof(of: index, at: size)
            for other in 0...size where other != index {
                let moved = InclusionProof(index: other, size: size, hashes: proof.hashes)
                #expect(failure(moved, leaf, root) != nil, "\(index) as \(other) of \(size)")
            }
            let nowhere = InclusionProof(index: size, size: size, hashes: proof.hashes)
            #expect(failure(nowhere, leaf, root) == .noSuchLeaf(index: size, size: size))
            let otherSize = try tree.root(at: size + 1)
            #expect(failure(proof, leaf, otherSize) == .wrongRoot(index: index, size: size))
            #expect(
                failure(proof, leaf.flipped(bit: 9), root) == .wrongRoot(index: index, size: size))
            let short = InclusionProof(
                index: index, size: size, hashes: Array(proof.hashes.dropLast()))
            let long = InclusionProof(index: index, size: size, hashes: proof.hashes + [root])
            if size > 1 {
                #expect(failure(short, leaf, root) == .wrongLength(index: index, size: size))
            }
            #expect(failure(long, leaf, root) == .wrongLength(index: index, size: size))
        }
    }

    @Test("an empty tree proves no leaf")
    func emptyTreeHasNone() {
        let proof = InclusionProof(index: 0, size: 0, hashes: [])
        #expect(failure(proof, .leaf([]), .emptyRoot) == .noSuchLeaf(index: 0, size: 0))
    }

    @Test("a proof of any numbers at all ends without harm")
    func survivesAnyNumbers() {
        let numbers: [UInt64] = [0, 1, 2, 255, 1 << 32, 1 << 63, .max - 1, .max]
        for index in numbers {
            for size in numbers {
                for count in [0, 1, 63, 64, 65] {
                    let hashes = Array(repeating: TreeHash.emptyRoot, count: count)
                    let proof = InclusionProof(index: index, size: size, hashes: hashes)
                    #expect(failure(proof, .leaf([]), .emptyRoot) != nil)
                }
            }
        }
    }

    @Test("a leaf or size that is not there is refused by name")
    func refusesWhatIsNotThere() {
        #expect(throws: TreeReadFailure<Never>.noSuchLeaf(index: 7, size: 7)) {
            try Self.tree.inclusionProof(of: 7, at: 7)
        }
        #expect(throws: TreeReadFailure<Never>.noSuchSize(301, size: 300)) {
            try Self.tree.inclusionProof(of: 7, at: 301)
        }
        #expect(throws: TreeReadFailure<Never>.noSuchLeaf(index: 300, size: 300)) {
            try Self.tree.leaf(300)
        }
    }

    private func failure(
        _ proof: InclusionProof, _ leaf: TreeHash, _ root: TreeHash
    ) -> InclusionFailure? {
        do {
            try proof.verify(leaf: leaf, root: root)
            return nil
        } catch {
            return error
        }
    }
}
