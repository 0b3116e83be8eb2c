import Synchronization

/// Says to blocking work that nobody waits for it any more.
final class CancellationFlag: Sendable {
    private let raised = Atomic<Bool>(false)

    func raise() { raised.store(true, ordering: .relaxed) }

    func check() throws(KBOFailure) {
        if raised.load(ordering: .relaxed) { throw .cancelled }
    }
}
