import Testing
import TransparencyLogs

struct ConsistencyTests {
    private static let tree = StoredTree(size: 131)
    private static let roots = (0...131).map { StoredTree.naiveRoot(tree.leaves.prefix($0)) }

    @Test("every size follows from every smaller one, and not with any one bit changed")
    func provesEveryPair() throws {
        var bit = 0
        for size in 0...130 {
            for old in 0...size {
                let proof = try Self.tree.consistencyProof(from: UInt64(old), to: UInt64(size))
                try proof.verify(oldRoot: Self.roots[old], newRoot: Self.roots[size])
                for position in proof.hashes.indices {
                    bit = (bit + 37) % 256
                    var hashes = proof.hashes
                    hashes[position] = hashes[position].flipped(bit: bit)
                    let failure = failure(altered(proof, hashes: hashes), old, size)
                    if failure == nil { Issue.record("\(old) to \(size), hash \(position)") }
                }
            }
        }
    }

    @Test("a proof is of its own sizes, roots and length alone")
    func provesNothingElse() throws {
        for size in 1...130 {
            for old in 1...size {
                let proof = try Self.tree.consistencyProof(from: UInt64(old), to: UInt64(size))
                // From a full older tree the proof starts, so that its root makes the newer one.
                let isFull = old < size && old & (old - 1) == 0
                #expect(
                    failure(proof, old - 1, size)
                        == (isFull
                            ? .wrongNewRoot(size: UInt64(size))
                            : .wrongOldRoot(size: UInt64(old))))
                if old < size {
                    #expect(failure(proof, old, size + 1) == .wrongNewRoot(size: UInt64(size)))
                    let short = altered(proof, hashes: Array(proof.hashes.dropLast()))
                    #expect(failure(short, old, size) != nil)
                }
                let length = ConsistencyFailure.wrongLength(from: UInt64(old), to: UInt64(size))
                let long = altered(proof, hashes: proof.hashes + [Self.roots[1]])
                #expect(failure(long, old, size) == length)
            }
        }
    }

    @Test("a tree that shrank, or changed at the same size, is named")
    func namesForks() throws {
        let shrunk = ConsistencyProof(oldSize: 9, newSize: 8, hashes: [])
        #expect(failure(shrunk, 9, 8) == .shrunk(from: 9, to: 8))
        let same = ConsistencyProof(oldSize: 8, newSize: 8, hashes: [])
        #expect(failure(same, 7, 8) == .wrongOldRoot(size: 8))
        let empty = ConsistencyProof(oldSize: 0, newSize: 8, hashes: [])
        #expect(failure(empty, 1, 8) == .wrongOldRoot(size: 0))
        #expect(failure(empty, 0, 8) == nil)
        let nothing = ConsistencyProof(oldSize: 0, newSize: 0, hashes: [])
        #expect(failure(nothing, 0, 1) == .wrongNewRoot(size: 0))
        #expect(
            failure(altered(empty, hashes: [Self.roots[1]]), 0, 8) == .wrongLength(from: 0, to: 8))
    }

    @Test("a proof of any numbers at all ends without harm")
    func survivesAnyNumbers() {
        let numbers: [UInt64] = [1, 2, 3, 255, 1 << 32, (1 << 63) - 1, 1 << 63, .max - 1, .max]
        for old in numbers {
            for new in numbers {
                for count in [0, 1, 63, 64, 65] where count > 0 || old != new {
                    let hashes = Array(repeating: TreeHash.leaf([]), count: count)
                    let proof = ConsistencyProof(oldSize: old, newSize: new, hashes: hashes)
                    #expect(failure(proof, 0, 1) != nil)
                }
            }
        }
    }

    private func altered(_ proof: ConsistencyProof, hashes: [TreeHash]) -> ConsistencyProof {
        ConsistencyProof(oldSize: proof.oldSize, newSize: proof.newSize, hashes: hashes)
    }

    private func failure(_ proof: ConsistencyProof, _ old: Int, _ new: Int) -> ConsistencyFailure? {
        do {
            try proof.verify(oldRoot: Self.roots[old], newRoot: Self.roots[new])
            return nil
        } catch {
            return error
        }
    }
}
