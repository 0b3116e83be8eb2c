import Testing
import TransparencyLogs

struct CosignatureTests {
    private let tree = StoredTree(size: 20)

    @Test("a witness's signature tells its time, and no bit of it can change")
    func cosigns() throws {
        let signer = try Samples.signer()
        let witness = try Samples.witness()
        let checkpoint = try Samples.checkpoint(tree, at: 20)
        let signature = try witness.sign(checkpoint, at: 1_679_315_147)
        let signed = try checkpoint.signed(by: signer).adding([signature])
        let known = try signed.note.verify([witness.verifier, signer.verifier])
        #expect(known.map(\.key) == [signer.verifier, witness.verifier])
        #expect(known.map(\.time) == [nil, 1_679_315_147])
        let accepted = Samples.acceptedFlips(signed.bytes) { bytes in
            (try? SignedNote(parsing: bytes).verify([witness.verifier])) != nil
                && (try? SignedNote(parsing: bytes).verify([signer.verifier])) != nil
        }
        #expect(accepted.isEmpty, "at \(accepted)")
    }

    @Test("a witness's answer is read as signature lines")
    func readsAnswers() throws {
        let checkpoint = try Samples.checkpoint(tree, at: 20)
        let first = try Samples.witness().sign(checkpoint, at: 1)
        let second = try Samples.witness("w2", seed: 102).sign(checkpoint, at: 2)
        let answer = Array((first.line + second.line).utf8)
        #expect(try NoteSignature.parse(lines: answer) == [first, second])
        #expect(try NoteSignature.parse(lines: []).isEmpty)
        #expect(throws: NoteFailure.malformedSignature(line: 2)) {
            try NoteSignature.parse(lines: Array(answer.dropLast()))
        }
    }

    @Test("a time beyond the format is neither signed nor believed")
    func limitsTime() throws {
        let witness = try Samples.witness()
        let checkpoint = try Samples.checkpoint(tree, at: 20)
        #expect(throws: SigningFailure.self) { try witness.sign(checkpoint, at: 1 << 63) }
        _ = try witness.sign(checkpoint, at: (1 << 63) - 1)
    }

    @Test("an author's signature does not pass for a witness's, nor the other way round")
    func separatesRoles() throws {
        let checkpoint = try Samples.checkpoint(tree, at: 20)
        let signer = try Samples.signer("one", seed: 7)
        let witness = try Samples.witness("one", seed: 7)
        let asAuthor = try signer.sign(checkpoint.text)
        let asWitness = try witness.sign(checkpoint, at: 5)
        for (signature, key) in [(asAuthor, witness.verifier), (asWitness, signer.verifier)] {
            let forged = NoteSignature(
                name: key.name, keyID: key.id, signature: signature.signature)
            let note = try SignedNote(text: checkpoint.text, signatures: [forged])
            #expect(throws: NoteFailure.wrongSignature(key.name)) { try note.verify([key]) }
        }
    }
}
