import HummingbirdCore
import Logging
import NIOCore
import NIOSSL

/// Connections that speak TLS before they speak anything else.
struct TLSServerChannel<Base: ServerChildChannel>: ServerChildChannel {
    typealias Value = Base.Value

    private let base: Base
    private let tls: ListenerTLS
    private let callers: Callers?

    /// - Parameter callers: who stands behind the connections; `nil` where that is nobody's business.
    init(_ base: Base, tls: ListenerTLS, callers: Callers?) {
        self.base = base
        self.tls = tls
        self.callers = callers
    }

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        channel.eventLoop.makeCompletedFuture {
            let pipeline = channel.pipeline.syncOperations
            // Before the context: one that is replaced in between is then found to be overtaken.
            let generation = callers?.registry.generation
            try pipeline.addHandler(NIOSSLServerHandler(context: tls.context))
            if let callers, let generation {
                try pipeline.addHandler(ClientCertificateHandler(callers, since: generation))
            }
        }.flatMap {
            base.setup(channel: channel, logger: logger)
        }
    }

    func handle(value: Value, logger: Logger) async {
        await base.handle(value: value, logger: logger)
    }
}
