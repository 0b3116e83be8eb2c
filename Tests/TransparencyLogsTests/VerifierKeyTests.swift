import Testing
import TransparencyLogs

struct VerifierKeyTests {
    private let published = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"

    @Test("a key of each algorithm reads back from what it writes")
    func roundTrips() throws {
        for key in [try Samples.signer().verifier, try Samples.witness().verifier] {
            #expect(try VerifierKey(parsing: key.description) == key)
        }
    }

    @Test("one private key has different numbers as author and as witness")
    func separatesAlgorithms() throws {
        let author = try Samples.signer("one", seed: 5).verifier
        let witness = try Samples.witness("one", seed: 5).verifier
        #expect(author.publicKey == witness.publicKey)
        #expect(author.id != witness.id && author != witness)
    }

    @Test("no bit of a key can change without it being refused or another key")
    func refusesFlips() throws {
        let key = try VerifierKey(parsing: published)
        let accepted = Samples.acceptedFlips(Array(published.utf8)) { bytes in
            guard let text = String(validating: bytes, as: UTF8.self) else { return false }
            return (try? VerifierKey(parsing: text)) == key
        }
        #expect(accepted.isEmpty)
    }

    @Test(
        "what is no key is refused",
        arguments: [
            ("", VerifierKeyFailure.malformed),
            ("example.com/foo", .malformed),
            ("+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k", .malformed),
            ("a b+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k", .malformed),
            ("example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k", .wrongNumber),
            ("example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k", .wrongNumber),
            ("example.com/fox+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k", .wrongNumber),
            ("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv", .malformed),
            ("example.com/foo+530d903a+", .malformed),
            ("example.com/foo+530d903a+AgEC", .unknownAlgorithm(2)),
        ])
    func refusesOthers(text: String, failure: VerifierKeyFailure) {
        #expect(throws: failure) { try VerifierKey(parsing: text) }
    }

    @Test("printing a private key shows its public half alone")
    func hidesSecrets() throws {
        let signer = try Samples.signer()
        #expect("\(signer)" == "NoteSigner(\(signer.verifier))")
        let cosigner = try Samples.witness()
        #expect("\(cosigner)" == "Cosigner(\(cosigner.verifier))")
        #expect(Mirror(reflecting: signer).children.count == 1)
        #expect(Mirror(reflecting: cosigner).children.count == 1)
    }
}
