import Testing
import TransparencyLogs

/// Keys and checkpoints for the tests, all from fixed seeds.
enum Samples {
    static func signer(_ name: String = "log.example/consults", seed: UInt8 = 1) throws
        -> NoteSigner
    {
        try #require(NoteSigner(name: try Self.name(name), seed: Array(repeating: seed, count: 32)))
    }

    static func witness(_ name: String = "witness.example/w1", seed: UInt8 = 101) throws -> Cosigner
    {
        try #require(Cosigner(name: try Self.name(name), seed: Array(repeating: seed, count: 32)))
    }

    static func name(_ text: String) throws -> KeyName { try #require(KeyName(text)) }

    static func origin(_ text: String = "log.example/consults") throws -> LogOrigin {
        try #require(LogOrigin(text))
    }

    static func checkpoint(_ tree: StoredTree, at size: UInt64) throws -> Checkpoint {
        Checkpoint(origin: try origin(), size: size, root: try tree.root(at: size))
    }

    /// Whether changing any one bit of some bytes leaves something that is accepted.
    static func acceptedFlips(_ bytes: [UInt8], _ isAccepted: ([UInt8]) -> Bool) -> [Int] {
        bytes.indices.filter { position in
            (0..<8).contains { bit in
                var changed = bytes
                changed[position] ^= 1 << bit
                return isAccepted(changed)
            }
        }
    }
}
