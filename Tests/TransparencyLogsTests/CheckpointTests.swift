import Testing
import TransparencyLogs

struct CheckpointTests {
    private let tree = StoredTree(size: 40)

    @Test("a signed checkpoint reads back, and no bit of it can change")
    func roundTrips() throws {
        let signer = try Samples.signer()
        let checkpoint = try Samples.checkpoint(tree, at: 40)
        let signed = try checkpoint.signed(by: signer)
        #expect(try SignedCheckpoint(parsing: signed.bytes) == signed)
        let origin = try Samples.origin()
        #expect(try signed.verify(origin: origin, keys: [signer.verifier]) == checkpoint)
        let accepted = Samples.acceptedFlips(signed.bytes) { bytes in
            let read = try? SignedCheckpoint(parsing: bytes)
            return (try? read?.verify(origin: origin, keys: [signer.verifier])) != nil
        }
        #expect(accepted.isEmpty, "at \(accepted)")
    }

    @Test("the checkpoint of the specification is read")
    func readsPublished() throws {
        let text = """
            example.com/behind-the-sofa
            20852163
            CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

            — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
            — witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==

            """
        let signed = try SignedCheckpoint(parsing: Array(text.utf8))
        #expect(signed.unverified.size == 20_852_163)
        #expect(signed.unverified.origin.text == "example.com/behind-the-sofa")
        #expect(signed.note.signatures.count == 2)
        #expect(signed.bytes == Array(text.utf8))
    }

    @Test("another log's checkpoint is refused, even signed by a known key")
    func checksOrigin() throws {
        let signer = try Samples.signer()
        let signed = try Samples.checkpoint(tree, at: 3).signed(by: signer)
        #expect(throws: CheckpointFailure.otherOrigin) {
            try signed.verify(origin: Samples.origin("other.example"), keys: [signer.verifier])
        }
        #expect(throws: CheckpointFailure.note(.noKnownSignature)) {
            try signed.verify(
                origin: Samples.origin(), keys: [Samples.signer(seed: 9).verifier])
        }
    }

    @Test("further lines are kept")
    func keepsExtensions() throws {
        let text = try Samples.checkpoint(tree, at: 9).text + Array("first\nsecond one\n".utf8)
        let checkpoint = try Checkpoint(parsing: text)
        #expect(checkpoint.extensionLines == ["first", "second one"])
        #expect(checkpoint.text == text)
        #expect(try checkpoint != Samples.checkpoint(tree, at: 9))
    }

    private static let root = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="

    @Test("an empty log has size 0 and the root of nothing")
    func readsEmpty() throws {
        let checkpoint = try Checkpoint(parsing: Array("a\n0\n\(Self.root)\n".utf8))
        #expect(checkpoint.size == 0 && checkpoint.root == .emptyRoot)
    }

    @Test(
        "a checkpoint that is written otherwise is none",
        arguments: [
            ("", CheckpointFailure.malformed(line: 1)),
            ("\n1\n\(root)\n", .malformed(line: 1)),
            ("a", .malformed(line: 1)),
            ("a\n", .malformed(line: 2)),
            ("a\n01\n\(root)\n", .malformed(line: 2)),
            ("a\n00\n\(root)\n", .malformed(line: 2)),
            ("a\n+1\n\(root)\n", .malformed(line: 2)),
            ("a\n-1\n\(root)\n", .malformed(line: 2)),
            ("a\n1 \n\(root)\n", .malformed(line: 2)),
            ("a\n\n\(root)\n", .malformed(line: 2)),
            ("a\n٣\n\(root)\n", .malformed(line: 2)),
            ("a\n9223372036854775808\n\(root)\n", .malformed(line: 2)),
            ("a\n99999999999999999999\n\(root)\n", .malformed(line: 2)),
            ("a\n1\n\n", .malformed(line: 3)),
            ("a\n1\n\(root)", .malformed(line: 3)),
            ("a\n1\n\(root.dropLast())\n", .malformed(line: 3)),
            ("a\n1\n\(root) \n", .malformed(line: 3)),
            ("a\n1\n\(root)\n\n", .malformed(line: 4)),
            ("a\n1\n\(root)\nx\n\ny\n", .malformed(line: 5)),
            ("a\n1\n\(root)\nx", .malformed(line: 4)),
            ("a\n0\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n", .wrongEmptyRoot),
        ])
    func refusesOthers(text: String, failure: CheckpointFailure) {
        #expect(throws: failure) { try Checkpoint(parsing: Array(text.utf8)) }
    }

    @Test("the largest size is read")
    func readsLargest() throws {
        let text = "a\n9223372036854775807\n\(Self.root)\n"
        #expect(try Checkpoint(parsing: Array(text.utf8)).size == UInt64(Int64.max))
    }
}
