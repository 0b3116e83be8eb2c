import Gateway
import HTTPTransfers
import Testing

@testable import AuthenticSources

@Suite("A call without a complete response")
struct TransferFailureTests {
    @Test(
        "is silence, except where something came",
        arguments: [
            (TransferFailure.unreachable, SourceFailure.unavailable(.unreachable)),
            (.timedOut, .unavailable(.tooLate)), (.cutOff, .unavailable(.cutOff)),
            (.tlsFailed(.serverNotTrusted), .unavailable(.refusedConnection)),
            (.tlsFailed(.refusedByServer), .unavailable(.refusedConnection)),
            (.tlsFailed(.identityUnusable), .unavailable(.refusedConnection)),
            (.tlsFailed(.handshake), .unavailable(.refusedConnection)),
            (.other(code: 1), .unavailable(.unreachable)),
            (.invalidRequest, .unavailable(.unreachable)),
            (.cancelled, .unavailable(.busy)), (.shutDown, .unavailable(.busy)),
            (.tooLarge, .unintelligible(.tooLarge)), (.unintelligible, .unintelligible(.malformed)),
        ])
    func means(_ failure: TransferFailure, _ expected: SourceFailure) {
        #expect(SourceFailure(failure) == expected)
    }
}
