import ConsultLog
import LogProofs
import Testing
import TransparencyLogs

@Suite("receipts")
struct ReceiptTests {
    @Test("every consult has a receipt that holds, and reads back to the same bytes")
    func everyConsult() async throws {
        let log = try await ProvenLog(consults: 30)
        let published = try log.published(log.entries.count)
        for index in log.entries.indices {
            let receipt = try log.receipt(of: index, in: published)
            #expect(try Receipt(parsing: receipt.bytes) == receipt)
            let report = try receipt.verify(policy: ProvenLog.policy())
            #expect(report.consult == log.entries[index].consult)
            #expect(report.checkpoint.checkpoint == published.checkpoint.unverified)
        }
    }

    @Test("the asker gets what it supplied and the answer it had, and nothing that a source said")
    func disclosures() async throws {
        let log = try await ProvenLog(consults: 5)
        let published = try log.published(log.entries.count)
        let receipt = try log.receipt(of: 2, in: published)
        let fields = receipt.entries.map { $0.disclosures.map(\.value.field) }
        // The third entry of the consult, of somebody listed, is not the asker's.
        #expect(fields == [[.dossier, .official, .subject], [.stated]])
        #expect(receipt.entries.map(\.index) == [2, 3])
    }

    @Test("a flipped bit anywhere is found")
    func flipped() async throws {
        let log = try await ProvenLog(consults: 5)
        let receipt = try log.receipt(of: 2, in: log.published(log.entries.count))
        let policy = try ProvenLog.policy()
        for byte in stride(from: 0, to: receipt.bytes.count, by: 11) {
            var changed = receipt.bytes
            changed[byte] ^= 1 << UInt8(byte % 8)
            #expect(throws: ReceiptFailure.self, "byte \(byte)") {
                _ = try Receipt(parsing: changed).verify(policy: policy)
            }
        }
    }

    @Test("a disclosure that was forged or is another entry's is found and named")
    func forged() async throws {
        let log = try await ProvenLog(consults: 5)
        let published = try log.published(log.entries.count)
        let text = String(
            decoding: try log.receipt(of: 0, in: published).bytes, as: UTF8.self)
        let policy = try ProvenLog.policy()
        let dossier = text.replacing("2026/0", with: "2026/1")
        #expect(throws: ReceiptFailure.notDisclosed(index: 0, .dossier)) {
            _ = try Receipt(parsing: Array(dossier.utf8)).verify(policy: policy)
        }
        let answer = text.replacing("{\"answer\":true}", with: "{\"answer\":false}")
        #expect(throws: ReceiptFailure.notDisclosed(index: 1, .stated)) {
            _ = try Receipt(parsing: Array(answer.utf8)).verify(policy: policy)
        }
    }

    @Test("an outcome needs its intent, and all entries one consult, one order and one tree")
    func structure() async throws {
        let log = try await ProvenLog(consults: 5)
        let published = try log.published(log.entries.count)
        let policy = try ProvenLog.policy()
        let maker = ReceiptMaker(keys: log.keys)
        let reader = TreeReader(published.tiles, size: UInt64(log.entries.count))
        func proven(_ index: Int) throws -> (entry: Entry, proof: InclusionProof) {
            (
                log.entries[index],
                try reader.inclusionProof(of: UInt64(index), at: reader.size)
            )
        }
        let alone = try maker.receipt([proven(1)], checkpoint: published.checkpoint)
        #expect(throws: ReceiptFailure.noIntent(index: 1)) {
            _ = try alone.verify(policy: policy)
        }
        let twice = try maker.receipt(
            [proven(0), proven(0), proven(1)], checkpoint: published.checkpoint)
        #expect(throws: ReceiptFailure.notInOrder(index: 0)) {
            _ = try twice.verify(policy: policy)
        }
        #expect(throws: ReceiptMakingFailure.unknown) {
            _ = try maker.receipt([proven(0), proven(2)], checkpoint: published.checkpoint)
        }
    }

    @Test("a wrong key, a wrong index and a proof of another entry prove nothing")
    func notProven() async throws {
        let log = try await ProvenLog(consults: 5)
        let published = try log.published(log.entries.count)
        let receipt = try log.receipt(of: 0, in: published)
        #expect(
            throws: ReceiptFailure.notProven(
                index: 0, .distrusted(.note(.noKnownSignature)))
        ) {
            _ = try receipt.verify(policy: ProvenLog.policy(seed: 2))
        }
        let reader = TreeReader(published.tiles, size: UInt64(log.entries.count))
        let proof = try reader.inclusionProof(of: 1, at: reader.size)
        #expect(throws: ReceiptMakingFailure.damaged(index: 1)) {
            _ = try ReceiptMaker(keys: log.keys).receipt(
                [(log.entries[0], proof)], checkpoint: published.checkpoint)
        }
    }

    @Test("an intent without outcome has no receipt yet, and an unknown consult none")
    func unfinished() async throws {
        let log = try await ProvenLog(consults: 1)
        #expect(throws: ReceiptMakingFailure.unfinished) {
            _ = try ReceiptMaker.proven(of: [log.entries[0]])
        }
        #expect(throws: ReceiptMakingFailure.unknown) { _ = try ReceiptMaker.proven(of: []) }
    }
}
