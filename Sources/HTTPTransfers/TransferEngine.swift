import Foundation

/// Performs HTTPS calls on a thread of its own, over connections that are kept and shared.
///
/// TLS 1.2 is the minimum, the server's certificate and name are always verified, redirects are
/// not followed, and nothing but HTTPS is spoken. A call that finds its kept connection closed
/// before the first byte of a response is sent once more on a fresh one.
public final class TransferEngine: Sendable {
    private let mailbox: TransferMailbox

    /// - Throws: ``TransferStartFailure`` when the process may open no more files, or has no more
    ///   memory.
    public init(
        _ configuration: TransferConfiguration = TransferConfiguration()
    ) throws(TransferStartFailure) {
        let mailbox = try TransferMailbox()
        let loop = try LoopHandover(mailbox, configuration)
        self.mailbox = mailbox
        // The thread outlives this object by as long as it takes to let go of its calls: it holds
        // the mailbox, never the engine.
        let thread = Thread {
            loop.run()
            mailbox.confirmClosed()
        }
        thread.name = "transfers"
        thread.start()
    }

    deinit { mailbox.stop() }

    /// Calls now on their way.
    public var inFlight: Int { mailbox.inFlight }

    /// Performs one call and returns its complete response, whatever its status.
    ///
    /// Cancelling the task ends the call and frees what it held.
    /// - Throws: ``TransferFailure`` when there is no complete response.
    public func perform(
        _ request: TransferRequest
    ) async throws(TransferFailure) -> TransferResponse {
        guard request.isWellFormed else { throw .invalidRequest }
        guard !Task.isCancelled else { throw .cancelled }
        let id = mailbox.nextID()
        let outcome = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                mailbox.post(
                    TransferCall(
                        id: id, request: request, deadline: .now + request.deadline,
                        continuation: continuation))
                // The handler below may have run before the call was posted.
                if Task.isCancelled { mailbox.cancel(id) }
            }
        } onCancel: {
            mailbox.cancel(id)
        }
        return try outcome.get()
    }

    /// Ends the engine: every call on its way, and every later one, fails with `shutDown`.
    ///
    /// When this returns, all connections are closed and the thread is done.
    public func shutdown() async {
        await withCheckedContinuation { mailbox.stop(notifying: $0) }
    }
}
