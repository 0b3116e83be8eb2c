import Testing
import TransparencyLogs

struct TrustPolicyTests {
    private let tree = StoredTree(size: 20)

    /// Witnesses X1, X2, X3, Y1, Y2, Y3 as in the specification's example.
    private static let names = ["X1", "X2", "X3", "Y1", "Y2", "Y3"]

    private func witness(_ name: String) throws -> Cosigner {
        let position = try #require(Self.names.firstIndex(of: name))
        return try Samples.witness("witness.example/\(name)", seed: UInt8(100 + position))
    }

    private func lines(_ rest: String) throws -> [UInt8] {
        var text = "# who must have seen a checkpoint\n\nlog \(try Samples.signer().verifier)\n"
        for name in Self.names {
            text += " witness\t\(name)  \(try witness(name).verifier) https://\(name).example \n"
        }
        return Array((text + rest).utf8)
    }

    private static let example = """
        group X-witnesses 2 X1 X2 X3
        group Y-witnesses any Y1 Y2 Y3
        group X-and-Y all X-witnesses Y-witnesses
        quorum X-and-Y

        """

    @Test("the specification's example asks for two of one and one of the other")
    func evaluatesExample() throws {
        let policy = try TrustPolicy(parsing: lines(Self.example))
        #expect(policy.witnesses.map(\.name) == Self.names)
        #expect(policy.witnesses[0].url == "https://X1.example")
        let checkpoint = try Samples.checkpoint(tree, at: 20)
        // Every set of witnesses.
        for set in 0..<64 {
            let names = Self.names.indices.filter { set >> $0 & 1 == 1 }.map { Self.names[$0] }
            let signatures = try names.map { try witness($0).sign(checkpoint, at: 1) }
            let signed = try checkpoint.signed(by: Samples.signer()).adding(signatures)
            let isEnough =
                names.count(where: { $0.hasPrefix("X") }) >= 2
                && names.contains { $0.hasPrefix("Y") }
            if isEnough {
                let trusted = try policy.evaluate(signed)
                #expect(trusted.checkpoint == checkpoint)
                #expect(trusted.cosignatures.count == names.count)
            } else {
                #expect(throws: PolicyViolation.noQuorum(cosignatures: names.count)) {
                    try policy.evaluate(signed)
                }
            }
        }
    }

    @Test("a quorum of none asks for the log alone, and one of a witness for that witness")
    func evaluatesSimpleQuorums() throws {
        let checkpoint = try Samples.checkpoint(tree, at: 20)
        let signed = try checkpoint.signed(by: Samples.signer())
        let free = try TrustPolicy(parsing: lines("quorum none\n"))
        #expect(try free.evaluate(signed).cosignatures.isEmpty)
        let strict = try TrustPolicy(parsing: lines("quorum Y2\n"))
        #expect(throws: PolicyViolation.noQuorum(cosignatures: 1)) {
            try strict.evaluate(signed.adding([witness("Y1").sign(checkpoint, at: 1)]))
        }
        _ = try strict.evaluate(signed.adding([witness("Y2").sign(checkpoint, at: 1)]))
    }

    @Test("witnesses alone, an unknown log and a log under another name are not believed")
    func refusesStrangers() throws {
        let policy = try TrustPolicy(parsing: lines("quorum none\n"))
        let checkpoint = try Samples.checkpoint(tree, at: 20)
        let cosignature = try witness("X1").sign(checkpoint, at: 1)
        let witnessed = try SignedCheckpoint(
            SignedNote(text: checkpoint.text, signatures: [cosignature]))
        #expect(throws: PolicyViolation.notSignedByLog) { try policy.evaluate(witnessed) }
        let other = Checkpoint(
            origin: try Samples.origin("other.example"), size: 20, root: checkpoint.root)
        let misused = try other.signed(by: Samples.signer())
        #expect(throws: PolicyViolation.unknownLog) { try policy.evaluate(misused) }
        let known = try Samples.signer("other.example", seed: 30)
        #expect(
            try policy.evaluate(other.signed(by: known), besides: [known.verifier]).checkpoint
                == other)
        let forged = NoteSignature(
            name: cosignature.name, keyID: cosignature.keyID,
            signature: cosignature.signature.reversed())
        let signed = try checkpoint.signed(by: Samples.signer()).adding([forged])
        #expect(throws: PolicyViolation.note(.wrongSignature(cosignature.name))) {
            try policy.evaluate(signed)
        }
    }

    @Test(
        "a line that breaks a rule is named",
        arguments: [
            ("quorum Z\n", PolicyLineFailure.unknownName),
            ("quorum X1 X2\n", .malformed),
            ("quorum\n", .malformed),
            ("quorum X1", .malformed),
            ("Quorum X1\n", .malformed),
            ("quorum X1\r\n", .malformed),
            ("group G any\n", .malformed),
            ("group G any none\n", .unknownName),
            ("group G any G\n", .unknownName),
            ("group G 0 X1\n", .wrongThreshold),
            ("group G 3 X1 X2\n", .wrongThreshold),
            ("group G 01 X1 X2\n", .wrongThreshold),
            ("group G some X1 X2\n", .wrongThreshold),
            ("group G any X1 X1\n", .repeatedMember),
            ("group X1 any X2\n", .repeatedName),
            ("group none any X2\n", .repeatedName),
            ("witness Z\n", .malformed),
            ("witness Z key\n", .wrongKey),
            ("log key\n", .wrongKey),
            ("log\n", .malformed),
        ])
    func namesLines(line: String, failure: PolicyLineFailure) throws {
        #expect(throws: PolicySyntaxFailure.line(10, failure)) {
            try TrustPolicy(parsing: lines(line))
        }
    }

    @Test("names and keys are given once, a member to one group, and the quorum once")
    func refusesRepetition() throws {
        let witness = try witness("X1").verifier
        let sameKey = try Samples.witness("renamed", seed: 100).verifier
        let log = try Samples.signer().verifier
        let cases: [(String, PolicySyntaxFailure)] = [
            ("quorum none\nquorum none\n", .line(11, .secondQuorum)),
            ("group G any X1\ngroup H any X1\n", .line(11, .repeatedMember)),
            ("witness Z \(witness)\n", .line(10, .repeatedKey)),
            ("witness Z \(sameKey)\n", .line(10, .repeatedKey)),
            ("witness Z \(log)\n", .line(10, .wrongKey)),
            ("log \(log)\n", .line(10, .repeatedKey)),
            ("log \(witness)\n", .line(10, .wrongKey)),
            ("", .noQuorum),
        ]
        for (rest, failure) in cases {
            #expect(throws: failure) { try TrustPolicy(parsing: lines(rest)) }
        }
    }

    @Test("names are octets, and comments may be in any language")
    func readsOctets() throws {
        var bytes = Array("# één getuige\nwitness ".utf8) + [0xFF, 0xFE]
        bytes += Array(" \(try witness("X1").verifier)\nquorum ".utf8) + [0xFF, 0xFE, 0x0A]
        #expect(try TrustPolicy(parsing: bytes).witnesses.count == 1)
    }

    @Test("a policy of logs alone believes any of them")
    func trustsLogs() throws {
        let signer = try Samples.signer()
        let signed = try Samples.checkpoint(tree, at: 20).signed(by: signer)
        #expect(try TrustPolicy(logs: [signer.verifier]).evaluate(signed).checkpoint.size == 20)
        #expect(throws: PolicyViolation.unknownLog) {
            try TrustPolicy(logs: []).evaluate(signed)
        }
        #expect(throws: PolicyViolation.note(.noKnownSignature)) {
            try TrustPolicy(logs: [Samples.signer(seed: 8).verifier]).evaluate(signed)
        }
    }
}
