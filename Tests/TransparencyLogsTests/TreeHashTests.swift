import Testing
import TransparencyLogs

struct TreeHashTests {
    private func hash(_ hexadecimal: String) throws -> TreeHash {
        let digits = Array(hexadecimal)
        let bytes = try stride(from: 0, to: digits.count, by: 2).map {
            try #require(UInt8(String(digits[$0...($0 + 1)]), radix: 16))
        }
        return try #require(TreeHash(bytes: bytes))
    }

    @Test("leaves, nodes and the empty tree hash as published")
    func matchesVectors() throws {
        #expect(
            TreeHash.emptyRoot
                == (try hash("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")))
        #expect(
            TreeHash.leaf([])
                == (try hash("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")))
        #expect(
            TreeHash.leaf(Array("L123456".utf8))
                == (try hash("395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56")))
    }

    /// The eight leaves of the test tree of Certificate Transparency.
    static let publishedLeaves: [[UInt8]] = [
        [], [0x00], [0x10], [0x20, 0x21], [0x30, 0x31], [0x40, 0x41, 0x42, 0x43],
        Array(0x50...0x57), Array(0x60...0x6F),
    ]

    @Test("the published tree of eight leaves has the published root")
    func matchesPublishedTree() throws {
        let leaves = Self.publishedLeaves.map { TreeHash.leaf($0) }
        let root = try #require(TreeHash(base64: "XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg="))
        #expect(try StoredTree(leaves).root(at: 8) == root)
        #expect(StoredTree.naiveRoot(leaves[...]) == root)
    }

    @Test("the published proofs of that tree are what is made and verified")
    func matchesPublishedProofs() throws {
        let tree = StoredTree(Self.publishedLeaves.map { TreeHash.leaf($0) })
        // RFC 6962 §2.1.3 shows the shape for seven leaves: audit paths of leaves 0, 3, 4 and 6,
        // and the consistency proofs from 3, 4 and 6.
        let (a, b, c, d) = (tree.levels[0][0], tree.levels[0][1], tree.leaves[2], tree.leaves[3])
        let (e, f, j) = (tree.leaves[4], tree.leaves[5], tree.leaves[6])
        let (g, h, i) = (TreeHash.node(a, b), TreeHash.node(c, d), TreeHash.node(e, f))
        let (k, l) = (TreeHash.node(g, h), TreeHash.node(i, j))
        #expect(try tree.inclusionProof(of: 0, at: 7).hashes == [b, h, l])
        #expect(try tree.inclusionProof(of: 3, at: 7).hashes == [c, g, l])
        #expect(try tree.inclusionProof(of: 4, at: 7).hashes == [f, j, k])
        #expect(try tree.inclusionProof(of: 6, at: 7).hashes == [i, k])
        #expect(try tree.consistencyProof(from: 3, to: 7).hashes == [c, d, g, l])
        #expect(try tree.consistencyProof(from: 4, to: 7).hashes == [l])
        #expect(try tree.consistencyProof(from: 6, to: 7).hashes == [i, j, k])
    }

    /// The roots of that tree at every size, as the reference implementation of RFC 6962 publishes
    /// them with its tests.
    static let publishedRoots = [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ]

    @Test("the published tree has the published root at every size")
    func matchesPublishedRoots() throws {
        let tree = StoredTree(Self.publishedLeaves.map { TreeHash.leaf($0) })
        for (index, root) in Self.publishedRoots.enumerated() {
            #expect(try tree.root(at: UInt64(index + 1)) == hash(root))
        }
    }

    @Test("the published proofs are made and verify, byte for byte")
    func matchesPublishedProofHashes() throws {
        let tree = StoredTree(Self.publishedLeaves.map { TreeHash.leaf($0) })
        let inclusions: [(UInt64, UInt64, [String])] = [
            (
                0, 8,
                [
                    "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                    "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                    "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
                ]
            ),
            (
                5, 8,
                [
                    "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                    "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                ]
            ),
            (2, 3, ["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"]),
            (
                1, 5,
                [
                    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                    "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                    "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                ]
            ),
        ]
        for (index, size, hashes) in inclusions {
            #expect(
                try tree.inclusionProof(of: index, at: size).hashes == hashes.map { try hash($0) })
        }
        let consistencies: [(UInt64, UInt64, [String])] = [
            (1, 8, inclusions[0].2),
            (
                6, 8,
                [
                    "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                    "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                ]
            ),
            (
                2, 5,
                [
                    "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                    "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                ]
            ),
        ]
        for (old, new, hashes) in consistencies {
            #expect(
                try tree.consistencyProof(from: old, to: new).hashes
                    == hashes.map { try hash($0) })
        }
    }

    @Test("a hash is read only from its one written form")
    func readsStrictly() throws {
        let text = "XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg="
        let hash = try #require(TreeHash(base64: text))
        #expect(hash.base64 == text)
        #expect(TreeHash(bytes: hash.bytes) == hash)
        // The last character carries two bits that must be zero.
        for strange in ["h", "i", "j"] {
            #expect(TreeHash(base64: text.dropLast(2) + strange + "=") == nil)
        }
        #expect(TreeHash(base64: String(text.dropLast())) == nil)
        #expect(TreeHash(base64: text + "\n") == nil)
        #expect(TreeHash(base64: "\n" + text.dropFirst()) == nil)
        #expect(TreeHash(base64: text.replacing("/", with: "_")) == nil)
        #expect(TreeHash(base64: "") == nil)
        #expect(TreeHash(bytes: hash.bytes.dropLast()) == nil)
    }

    @Test("an entry hashes alike from an array and from a slice")
    func hashesSlices() {
        let bytes = Array("0123456789".utf8)
        #expect(TreeHash.leaf(bytes[3..<7]) == TreeHash.leaf(Array("3456".utf8)))
        #expect(TreeHash.leaf(bytes[5..<5]) == TreeHash.leaf([]))
    }
}
