import ConsultLog
import Crypto
import Facts
import OfficialsFakes
import Testing

@testable import Officials

@Suite("the keys of the identity provider")
struct KeySetTests {
    private let mint: TokenMint
    private let clock = HandClock()
    private let source: ScriptedKeySource
    private let cache: KeySetCache

    init() throws {
        mint = try TokenMint()
        source = ScriptedKeySource(try mint.keySet())
        let clock = clock
        cache = KeySetCache(source, now: { clock.now })
    }

    @Test("they are fetched once and kept for their time")
    func keeps() async throws {
        for _ in 0..<5 { #expect(try await cache.key(named: "ec-1") != nil) }
        #expect(source.asked == 1)
        clock.pass(.seconds(299))
        #expect(try await cache.key(named: "rsa-1") != nil)
        #expect(source.asked == 1)
        clock.pass(.seconds(2))
        #expect(try await cache.key(named: "ec-1") != nil)
        #expect(source.asked == 2)
    }

    @Test("callers at once share one question")
    func sharesQuestion() async throws {
        let cache = cache
        await withTaskGroup(of: Void.self) { tasks in
            for _ in 0..<50 { tasks.addTask { _ = try? await cache.key(named: "ec-1") } }
        }
        #expect(source.asked == 1)
    }

    @Test("an unknown key costs one question in ten seconds, and a new one is found")
    func findsRotated() async throws {
        #expect(try await cache.key(named: "ec-1") != nil)
        for number in 0..<100 {
            #expect(try await cache.key(named: "unknown-\(number)") == nil)
        }
        #expect(source.asked == 1)
        let next = P256.Signing.PrivateKey()
        source.answer(.success(try mint.keySet([TokenMint.member(next.publicKey, "ec-2")])))
        clock.pass(.seconds(11))
        #expect(try await cache.key(named: "ec-2") != nil)
        #expect(source.asked == 2)
        #expect(try await cache.key(named: "ec-1") == nil)
        #expect(source.asked == 2)
    }

    @Test("while the provider is down the last keys serve for an hour, and then none")
    func outlivesOutage() async throws {
        #expect(try await cache.key(named: "ec-1") != nil)
        source.answer(.failure(.unreachable))
        clock.pass(.seconds(3599))
        #expect(try await cache.key(named: "ec-1") != nil)
        clock.pass(.seconds(1))
        await #expect(throws: KeySetFailure.unreachable) {
            try await cache.key(named: "ec-1")
        }
        source.answer(.success(try mint.keySet()))
        clock.pass(.seconds(10))
        #expect(try await cache.key(named: "ec-1") != nil)
    }

    @Test("without any keys nobody can say, and the provider is not hammered")
    func failsClosed() async throws {
        source.answer(.failure(.timedOut))
        for _ in 0..<20 {
            await #expect(throws: KeySetFailure.timedOut) { try await cache.key(named: "ec-1") }
        }
        #expect(source.asked == 1)
    }

    @Test("a document that is no key set, too large, or ambiguous is refused whole")
    func refusesDocuments() async throws {
        let twice = try mint.keySet([mint.ellipticKey, mint.ellipticKey])
        let many = try mint.keySet([[String: Any]](repeating: ["kty": "EC"], count: 33))
        let cases: [([UInt8], KeySetFailure)] = [
            ([], .unintelligible), (Array("{}".utf8), .unintelligible),
            (Array("{\"keys\":[]}".utf8), .unintelligible),
            (Array("{\"keys\":[7]}".utf8), .unintelligible), (twice, .unintelligible),
            (many, .tooLarge), ([UInt8](repeating: 0x20, count: KeySet.mostBytes + 1), .tooLarge),
        ]
        for (document, failure) in cases {
            await #expect(throws: failure) { _ = try await KeySet(parsing: document) }
        }
    }

    @Test("keys that are not for signatures that we know are passed over")
    func passesOver() async throws {
        var shared = mint.ellipticKey
        shared["kty"] = "oct"
        shared["kid"] = "oct"
        var encryption = try mint.rsaKey
        encryption["use"] = "enc"
        encryption["kid"] = "enc"
        var weak = try mint.rsaKey
        weak["n"] = Base64URL.text([UInt8](repeating: 0xC1, count: 128))
        weak["kid"] = "weak"
        var point = mint.ellipticKey
        point["x"] = Base64URL.text([UInt8](repeating: 1, count: 32))
        point["kid"] = "point"
        let keys = try await KeySet(
            parsing: try mint.keySet([shared, encryption, weak, point, mint.ellipticKey]))
        #expect(keys.count == 1)
        #expect(keys.key(named: "ec-1") != nil)
    }
}
