import DevelopmentCertificates
import Foundation
import LogProofs
import TestSupport
import Testing
import TransparencyLogs
import WitnessFakes

@testable import onlyonce

/// The real witness over real TLS, and the collector that a gateway runs.
@Suite("conversations with a witness", .serialized, .timeLimit(.minutes(2)))
struct WitnessTests {
    @Test("a log collects cosignatures, also across the witness's sudden death")
    func collects() async throws {
        let place = try await WitnessPlace()
        let key = try await place.key()
        #expect(try await place.key() == key, "a key is made once")
        let log = SampleLog(place.samples.tree)
        var (program, url) = try await place.start()
        #expect(url.hasPrefix("https://"))
        #expect(program.output.contains("key         \(key)\n"))
        for size in [0, 1, 13, 60] {
            let collector = try await place.collector(log, key, at: url)
            log.set(try place.samples.checkpoint(of: size), in: place.samples.tree)
            await collector.collect()
            #expect(log.kept.last?.unverified.size == UInt64(size))
            program.send(SIGKILL)
            #expect(await program.end() == .signal(SIGKILL))
            (program, url) = try await place.start()
        }
        let cosigned = try #require(log.kept.last)
        // Anybody can ask what was cosigned, and gets the very same.
        let shown = try await place.transport().get(
            url + "/" + place.samples.origin.encoded + "/checkpoint")
        #expect(shown.status == 200 && shown.contentType == "text/plain; charset=utf-8")
        #expect(shown.body == cosigned.bytes)
        let unknown = WitnessSamples(log: "log.example/other").origin.encoded
        #expect(
            try await place.transport().get(url + "/" + unknown + "/checkpoint").status == 404)
        let signatures = try cosigned.note.verify([key])
        #expect(signatures.first?.time != nil)
        try await expectDeviations(place, log, key, url)
        program.send(SIGTERM)
        #expect(await program.end() == .code(0))
        await place.remove()
    }

    /// A log that was rolled back and one that forked are both found out.
    private func expectDeviations(
        _ place: WitnessPlace, _ log: SampleLog, _ key: VerifierKey, _ url: String
    ) async throws {
        let samples = place.samples
        log.set(try samples.checkpoint(of: 40), in: samples.tree)
        let shortened = try await place.collector(log, key, at: url)
        await shortened.collect()
        #expect(
            await shortened.status.deviation
                == .rolledBack(witness: "dpo", witnessed: 60, own: 40))
        for size in [60, 80] {
            log.set(try samples.checkpoint(of: size, in: samples.fork), in: samples.fork)
            let forked = try await place.collector(log, key, at: url)
            await forked.collect()
            #expect(await forked.status.deviation == .forked(witness: "dpo", size: 60))
        }
    }

    @Test("each refusal has the status of the protocol")
    func statuses() async throws {
        let place = try await WitnessPlace()
        _ = try await place.key()
        let (program, url) = try await place.start()
        let samples = place.samples
        func status(_ body: [UInt8]) async throws -> Int {
            try await place.post(body, to: url).status
        }
        let first = try samples.request(from: 0, to: 20)
        #expect(try await status(Array("old 20\n".utf8)) == 400)
        #expect(
            try await status(Array("old 21\n\n".utf8) + first.checkpoint.bytes) == 400)
        let stranger = WitnessSamples(log: "log.example/other")
        #expect(try await status(stranger.request(from: 0, to: 20).bytes) == 404)
        let foreign = try first.checkpoint.unverified.signed(by: samples.signer(seed: 2))
        #expect(
            try await status(AddCheckpointRequest(first.proof, checkpoint: foreign).bytes) == 403)
        let cosigned = try await place.post(first.bytes, to: url)
        #expect(cosigned.status == 200)
        #expect(cosigned.contentType == "text/plain; charset=utf-8")
        let lines = String(decoding: cosigned.body, as: UTF8.self)
        #expect(lines.hasPrefix("— witness.example/dpo ") && lines.hasSuffix("\n"))
        let stale = try await place.post(samples.request(from: 7, to: 30).bytes, to: url)
        #expect(stale.status == 409)
        #expect(stale.contentType == "text/x.tlog.size")
        #expect(stale.body == Array("20\n".utf8))
        let fork = try await place.post(
            samples.request(from: 20, to: 20, in: samples.fork).bytes, to: url)
        #expect(fork.status == 409 && fork.body == Array("20\n".utf8))
        let beyond = try samples.request(from: 20, to: 30, in: samples.fork)
        #expect(try await status(beyond.bytes) == 422)
        #expect(try await status(samples.request(from: 20, to: 30).bytes) == 200)
        #expect(try await status([UInt8](repeating: 0x41, count: 65_537)) == 413)
        program.send(SIGTERM)
        #expect(await program.end() == .code(0))
        #expect(program.errors.contains("not shown to continue"))
        await place.remove()
    }

    @Test("of many requests at once one is cosigned, and the others learn its size")
    func race() async throws {
        let place = try await WitnessPlace()
        _ = try await place.key()
        let (program, url) = try await place.start()
        #expect(
            try await place.post(place.samples.request(from: 0, to: 13).bytes, to: url).status
                == 200)
        let replies = try await withThrowingTaskGroup(of: (UInt64, WitnessReply).self) { group in
            for round in 0..<12 {
                let tree = round.isMultiple(of: 2) ? place.samples.tree : place.samples.fork
                let request = try place.samples.request(from: 13, to: 20 + round / 4, in: tree)
                group.addTask {
                    (
                        request.checkpoint.unverified.size,
                        try await place.post(request.bytes, to: url)
                    )
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        let won = replies.filter { $0.1.status == 200 }
        #expect(won.count == 1)
        let expected = Array("\(won.first?.0 ?? 0)\n".utf8)
        #expect(replies.filter { $0.1.status == 409 && $0.1.body == expected }.count == 11)
        program.send(SIGTERM)
        #expect(await program.end() == .code(0))
        await place.remove()
    }

    @Test("a witness whose certificate is not trusted is not spoken to")
    func untrusted() async throws {
        let place = try await WitnessPlace()
        let key = try await place.key()
        let (program, url) = try await place.start()
        let log = SampleLog(place.samples.tree)
        log.set(try place.samples.checkpoint(of: 5), in: place.samples.tree)
        let collector = try await place.collector(
            log, key, at: url, trusting: place.pki.foreignAuthority)
        await collector.collect()
        #expect(await collector.status.witnesses.first?.trouble == .noAnswer(.notTrusted))
        #expect(log.kept.isEmpty)
        let plain = try await place.collector(
            log, key, at: url.replacing("https://", with: "http://"))
        await plain.collect()
        #expect(await plain.status.witnesses.first?.trouble == .noAnswer(.unusableAddress))
        program.send(SIGTERM)
        #expect(await program.end() == .code(0))
        await place.remove()
    }

    @Test("the records belong to one witness, and a damaged one is never taken for none")
    func owns() async throws {
        let place = try await WitnessPlace(isPlain: true)
        _ = try await place.key()
        let (program, url) = try await place.start()
        #expect(url.hasPrefix("http://"))
        let second = try await Program.run([
            Place.program, "witness", "serve", "--config", place.configuration,
        ])
        #expect(second.end == .code(1))
        #expect(second.errors.contains("in use by process \(program.identifier)"))
        let body = place.folder + "/body"
        try Data(place.samples.request(from: 0, to: 20).bytes).write(to: URL(filePath: body))
        func ask() async throws -> String {
            try await Program.run([
                "curl", "--silent", "--noproxy", "*", "--data-binary", "@" + body, "--output",
                place.folder + "/answer", "--write-out", "%{http_code}", url + "/add-checkpoint",
            ]).output
        }
        #expect(try await ask() == "200")
        #expect(try await ask() == "409")
        let records = place.folder + "/data/records"
        let name = try #require(try FileManager.default.contentsOfDirectory(atPath: records).first)
        let file = URL(filePath: records + "/" + name)
        var bytes = try Data(contentsOf: file)
        bytes[bytes.count / 2] ^= 1
        try bytes.write(to: file)
        #expect(try await ask() == "503")
        program.send(SIGTERM)
        #expect(await program.end() == .code(0))
        await place.remove()
    }

    static let mistakes: [(String, String, String)] = [
        ("name: witness.example/dpo", "name: a b", "name"),
        ("port: 0", "port: 70000", "port"), ("port: 0", "prot: 0", "prot"),
        ("host: localhost", "host: 0.0.0.0", "host"), ("logs:", "logs: []\nother:", "logs"),
        ("+", "+0", "key"),
    ]

    @Test("what is wrong in the configuration is named", arguments: mistakes)
    func namesMistakes(right: String, wrong: String, name: String) async throws {
        let place = try await WitnessPlace(isPlain: true)
        let text = try String(contentsOfFile: place.configuration, encoding: .utf8)
        try #require(text.contains(right))
        try text.replacing(right, with: wrong, maxReplacements: 1).write(
            toFile: place.configuration, atomically: true, encoding: .utf8)
        let outcome = try await Program.run([
            Place.program, "witness", "serve", "--config", place.configuration,
        ])
        #expect(outcome.end == .code(1))
        #expect(outcome.errors.contains(name) && outcome.errors.contains("line "))
        await place.remove()
    }

    @Test("without its key a witness does not start")
    func needsKey() async throws {
        let place = try await WitnessPlace(isPlain: true)
        let outcome = try await Program.run([
            Place.program, "witness", "serve", "--config", place.configuration,
        ])
        #expect(outcome.end == .code(1))
        #expect(outcome.errors.contains("secrets/witness.key"))
        await place.remove()
    }
}
