import CanonicalJSON
import Facts
import Gateway
import Testing

@testable import AuthenticSources

@Suite("What is no answer of the vehicle register")
struct DIVBadAnswerTests {
    private func failure(
        _ body: [UInt8], status: Int = 200, _ resource: DIVResource = .registrations
    ) async -> SourceFailure? {
        let harness = DIVHarness([resource: SourceResponse(status: status, body: body)])
        do throws(SourceFailure) {
            _ = try await harness.register(
                resource == .registrations ? [.vehicleMake] : [.vehicleHolder])
            return nil
        } catch {
            return error
        }
    }

    @Test("an answer cut off anywhere gives a failure and no fact")
    func truncated() async throws {
        let bytes = try DIVHarness.answer(DIVHarness.item).canonicalBytes()
        for end in stride(from: 0, to: bytes.count, by: 7) {
            #expect(await failure(Array(bytes[..<end])) == .unintelligible(.malformed))
        }
        #expect(await failure(bytes) == nil)
    }

    @Test("any byte changed gives a failure or an answer, never a crash")
    func flipped() async throws {
        let bytes = try DIVHarness.answer(DIVHarness.item).canonicalBytes()
        for index in bytes.indices {
            var changed = bytes
            changed[index] ^= 0x11
            _ = await failure(changed)
        }
    }

    @Test("what is not strict JSON, or larger than an answer may be, is refused")
    func malformed() async {
        #expect(
            await failure(Array(#"{"items":[],"items":[]}"#.utf8)) == .unintelligible(.malformed))
        #expect(await failure([0xEF, 0xBB, 0xBF, 0x7B, 0x7D]) == .unintelligible(.malformed))
        let space = [UInt8](repeating: 0x20, count: 1 << 20)
        #expect(await failure(space + [0x7B, 0x7D]) == .unintelligible(.tooLarge))
    }

    @Test(
        "another HTTP status is what it says",
        arguments: [
            (503, SourceFailure.unavailable(.busy)), (500, .unavailable(.unreachable)),
            (401, .notAllowed(code: "HTTP 401")), (403, .notAllowed(code: "HTTP 403")),
            (404, .unintelligible(.fault(code: "HTTP 404"))),
            (400, .unintelligible(.fault(code: "HTTP 400"))),
        ])
    func status(_ status: Int, _ expected: SourceFailure) async {
        for resource in [DIVResource.registrations, .registrationsTitular] {
            #expect(await failure([], status: status, resource) == expected)
        }
    }

    @Test("a holder that cannot be told fails the whole look-up: half an answer is none")
    func halfAnAnswer() async throws {
        let harness = DIVHarness([
            .registrations: SourceResponse(
                status: 200, body: try DIVHarness.answer(DIVHarness.item).canonicalBytes()),
            .registrationsTitular: SourceResponse(status: 503, body: []),
        ])
        await #expect(throws: SourceFailure.unavailable(.busy)) {
            _ = try await harness.register([.vehicleMake, .vehicleHolder])
        }
    }
}
