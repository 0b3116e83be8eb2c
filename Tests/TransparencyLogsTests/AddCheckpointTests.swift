import Testing
import TransparencyLogs

struct AddCheckpointTests {
    private let tree = StoredTree(size: 40)

    private func request(from old: UInt64) throws -> AddCheckpointRequest {
        AddCheckpointRequest(
            try tree.consistencyProof(from: old, to: 40),
            checkpoint: try Samples.checkpoint(tree, at: 40).signed(by: Samples.signer()))
    }

    @Test("a request reads back, and its proof holds", arguments: [0, 1, 13, 32, 40] as [UInt64])
    func roundTrips(old: UInt64) throws {
        let request = try request(from: old)
        let read = try AddCheckpointRequest(parsing: request.bytes)
        #expect(read == request)
        try read.proof.verify(oldRoot: tree.root(at: old), newRoot: tree.root(at: 40))
    }

    @Test("the body of the specification is read and written alike")
    func readsPublished() throws {
        let body = """
            old 20852014
            PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=
            jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=
            5+pKlUdi2LeF/BcMHBn+Ku6yhPGNCswZZD1X/6QgPd8=
            /6WVhPs2CwSsb5rYBH5cjHV/wSmA79abXAwhXw3Kj/0=

            example.com/behind-the-sofa
            20852163
            CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

            — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
            — example.com/behind-the-sofa opLqBQsREYCgu6xQkYQwJr9fo45a62DN9EdmHXnZdXNqlcVGlCum2Wks+49/V6267UEjw6QUXTS5Rovnzv++qbSzm9Q=

            """
        let request = try AddCheckpointRequest(parsing: Array(body.utf8))
        #expect(request.oldSize == 20_852_014 && request.hashes.count == 4)
        #expect(request.bytes == Array(body.utf8))
    }

    @Test("no bit of a request can change and still ask the same")
    func noticesEveryFlip() throws {
        let request = try request(from: 13)
        let key = try Samples.signer().verifier
        let accepted = Samples.acceptedFlips(request.bytes) { bytes in
            guard let read = try? AddCheckpointRequest(parsing: bytes),
                (try? read.checkpoint.note.verify([key])) != nil,
                let root = try? tree.root(at: 13)
            else { return false }
            return read.oldSize == 13
                && (try? read.proof.verify(
                    oldRoot: root, newRoot: read.checkpoint.unverified.root)) != nil
        }
        #expect(accepted.isEmpty, "at \(accepted)")
    }

    @Test(
        "63 hashes are read, and not one more; an old size that is too large is left to the witness"
    )
    func keepsLimits() throws {
        let checkpoint = try request(from: 40).checkpoint
        let hash = TreeHash.emptyRoot.base64 + "\n"
        let hashes = { String(repeating: hash, count: $0) + "\n" }
        let read = try AddCheckpointRequest(
            parsing: Array(("old 50\n" + hashes(63)).utf8) + checkpoint.bytes)
        #expect(read.hashes.count == 63 && read.oldSize == 50)
        #expect(throws: AddCheckpointFailure.malformed(line: 65)) {
            try AddCheckpointRequest(
                parsing: Array(("old 1\n" + hashes(64)).utf8) + checkpoint.bytes)
        }
    }

    @Test(
        "what is no request is refused",
        arguments: ["", "old", "old \n\n", "old 01\n\n", "old -1\n\n", "new 1\n\n", "old  1\n\n"])
    func refusesOthers(start: String) throws {
        let checkpoint = try request(from: 40).checkpoint
        #expect(throws: AddCheckpointFailure.malformed(line: 1)) {
            try AddCheckpointRequest(parsing: Array(start.utf8) + checkpoint.bytes)
        }
    }
}
