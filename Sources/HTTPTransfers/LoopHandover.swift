import Synchronization

/// Hands a loop over to the thread that runs it.
///
/// Only that thread takes the lock, for as long as the loop runs: it is never waited for.
final class LoopHandover: Sendable {
    private let loop: Mutex<TransferLoop?>

    init(_ mailbox: TransferMailbox, _ configuration: TransferConfiguration)
        throws(TransferStartFailure)
    {
        loop = Mutex(TransferLoop(mailbox, configuration))
        guard loop.withLock({ $0 != nil }) else { throw TransferStartFailure() }
    }

    /// Runs the loop until its mailbox says stop, and then frees what it holds.
    func run() {
        loop.withLock { loop in
            loop?.run()
            loop = nil
        }
    }
}
