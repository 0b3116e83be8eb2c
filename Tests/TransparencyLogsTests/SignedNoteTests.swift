import Testing
import TransparencyLogs

struct SignedNoteTests {
    private let published = """
        This is an example message.

        — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=

        """
    private let publishedKey =
        "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"

    @Test("the published note is signed by the published key")
    func verifiesVector() throws {
        let key = try VerifierKey(parsing: publishedKey)
        #expect(key.description == publishedKey)
        #expect(key.algorithm == .ed25519 && key.name.text == "example.com/foo")
        let note = try SignedNote(parsing: Array(published.utf8))
        #expect(note.text == Array("This is an example message.\n".utf8))
        #expect(note.bytes == Array(published.utf8))
        #expect(try note.verify([key]).map(\.key) == [key])
    }

    @Test("no bit of a note can change without it being refused")
    func refusesEveryFlip() throws {
        let key = try VerifierKey(parsing: publishedKey)
        let accepted = Samples.acceptedFlips(Array(published.utf8)) { bytes in
            (try? SignedNote(parsing: bytes).verify([key])) != nil
        }
        #expect(accepted.isEmpty, "at \(accepted)")
    }

    @Test("what is signed verifies, and under no other key")
    func signs() throws {
        let signer = try Samples.signer()
        let text = Array("one\n\ntwo — three\n".utf8)
        let note = try SignedNote(text: text, signatures: [signer.sign(text)])
        #expect(try SignedNote(parsing: note.bytes) == note)
        #expect(note.text == text)
        #expect(try note.verify([signer.verifier]).count == 1)
        let other = try Samples.signer(seed: 2).verifier
        #expect(throws: NoteFailure.noKnownSignature) { try note.verify([other]) }
        #expect(throws: NoteFailure.noKnownSignature) { try note.verify([]) }
    }

    @Test("unknown keys are passed over; a failing signature of a known key sinks the note")
    func distinguishesKeys() throws {
        let signer = try Samples.signer()
        let text = Array("text\n".utf8)
        let good = try signer.sign(text)
        let stranger = try Samples.signer("stranger.example", seed: 3).sign(text)
        let bad = NoteSignature(name: good.name, keyID: good.keyID, signature: stranger.signature)
        // Of a known key it shares the name or the number, but not both.
        let sameName = NoteSignature(
            name: good.name, keyID: good.keyID ^ 1, signature: [1, 2, 3])
        let sameID = NoteSignature(
            name: try Samples.name("other"), keyID: good.keyID, signature: [1])
        let mixed = try SignedNote(text: text, signatures: [stranger, sameName, sameID, good])
        #expect(try mixed.verify([signer.verifier]).map(\.key) == [signer.verifier])
        let sunk = try SignedNote(text: text, signatures: [good, bad])
        #expect(throws: NoteFailure.wrongSignature(signer.verifier.name)) {
            try sunk.verify([signer.verifier])
        }
        let twice = try SignedNote(text: text, signatures: [good, good])
        #expect(try twice.verify([signer.verifier, signer.verifier]).count == 1)
    }

    @Test("a hundred signatures are read, and not one more")
    func limitsSignatures() throws {
        let text = Array("text\n".utf8)
        let signatures = try (1...100).map { number in
            try Samples.signer("log\(number)", seed: UInt8(number)).sign(text)
        }
        let keys = try (1...100).map { try Samples.signer("log\($0)", seed: UInt8($0)).verifier }
        let note = try SignedNote(text: text, signatures: signatures)
        #expect(try note.verify(keys).map(\.key) == keys)
        #expect(try note.adding(signatures) == note)
        let more = try Samples.signer("one.too.many", seed: 200).sign(text)
        #expect(throws: NoteFailure.tooManySignatures) { try note.adding([more]) }
    }

    @Test(
        "what is no note is refused",
        arguments: [
            ("", NoteFailure.noBlankLine),
            ("text\n", .noBlankLine),
            ("text\n\n", .noSignature),
            ("text\n— a AAAAAAE=\n", .noBlankLine),
            ("\n— a AAAAAAE=\n", .noBlankLine),
            ("text\n\n— a AAAAAAE=", .malformedSignature(line: 1)),
            ("text\n\n— a AAAAAAE=\n— a\n", .malformedSignature(line: 2)),
            ("text\n\n- a AAAAAAE=\n", .malformedSignature(line: 1)),
            ("text\n\n—  AAAAAAE=\n", .malformedSignature(line: 1)),
            ("text\n\n— a+b AAAAAAE=\n", .malformedSignature(line: 1)),
            ("text\n\n— a\u{A0}b AAAAAAE=\n", .malformedSignature(line: 1)),
            ("text\n\n— a  AAAAAAE=\n", .malformedSignature(line: 1)),
            ("text\n\n— a AAAAAA==\n", .malformedSignature(line: 1)),
            ("text\n\n— a AAAAAAE\n", .malformedSignature(line: 1)),
            ("text\n\n— a AAAAAAF=\n", .malformedSignature(line: 1)),
            ("text\n\n— a AAAAAAE= \n", .malformedSignature(line: 1)),
            ("text\r\n\n— a AAAAAAE=\n", .controlCharacter(offset: 4)),
            ("te\txt\n\n— a AAAAAAE=\n", .controlCharacter(offset: 2)),
        ])
    func refusesOthers(text: String, failure: NoteFailure) {
        #expect(throws: failure) { try SignedNote(parsing: Array(text.utf8)) }
    }

    @Test("a note that is not UTF-8, or too large, is refused")
    func refusesBytes() {
        let note = Array("text\n\n— a AAAAAAE=\n".utf8)
        #expect(throws: NoteFailure.notUTF8) { try SignedNote(parsing: [0xFF] + note) }
        let large = Array(repeating: UInt8(ascii: "x"), count: SignedNote.mostBytes) + note
        #expect(throws: NoteFailure.tooLarge) { try SignedNote(parsing: large) }
    }

    @Test("a text that would be read as another is not signed")
    func refusesTexts() throws {
        let signature = NoteSignature(
            name: try Samples.name("a"), keyID: 1, signature: [1])
        for text in ["", "no end", "part\n\n— a AAAAAAE="] {
            #expect(throws: NoteFailure.self, "\(text)") {
                try SignedNote(text: Array(text.utf8), signatures: [signature])
            }
        }
        let ending = Array("blank line at the end\n\n".utf8)
        #expect(try SignedNote(text: ending, signatures: [signature]).text == ending)
        #expect((try? SignedNote(text: Array("a\n".utf8), signatures: [])) == nil)
    }

    @Test("names are what they are byte by byte")
    func comparesBytes() throws {
        let composed = try Samples.name("caf\u{E9}")
        let decomposed = try Samples.name("cafe\u{301}")
        #expect(composed != decomposed && composed.text == decomposed.text)
        #expect(try Samples.origin("\u{E9}") != Samples.origin("e\u{301}"))
    }
}
