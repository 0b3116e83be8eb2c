/// A request on its way from the task that waits for it to the thread that performs it.
struct TransferCall: Sendable {
    let id: Int
    let request: TransferRequest
    let deadline: ContinuousClock.Instant
    let continuation: CheckedContinuation<Result<TransferResponse, TransferFailure>, Never>
}
