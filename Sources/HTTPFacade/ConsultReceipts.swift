public import ConsultLog
public import LogProofs

/// Gives the receipt of a consult to the application that asked for it, once that is durable in the
/// log; to every other one the consult is unknown.
public typealias ConsultReceipts =
    @Sendable (ConsultID, ReceiptApplication) async throws(ReceiptMakingFailure) -> Receipt
