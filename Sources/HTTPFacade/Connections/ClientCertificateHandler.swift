import NIOCore
import NIOSSL
import NIOTLS

/// Reads the client's certificate once per connection, when the handshake completes, and lets no
/// byte of HTTP through when it is not to come in.
///
/// NIOSSL verified the chain; it knows no revocations. It sits right behind the TLS handler on the
/// same channel; the channel's parent is the listening socket.
final class ClientCertificateHandler: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundIn = ByteBuffer

    private let callers: Callers
    private let generation: Int
    private var isLetIn = false

    /// - Parameter generation: of the registry, taken before the TLS of the connection was chosen.
    init(_ callers: Callers, since generation: Int) {
        self.callers = callers
        self.generation = generation
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case .handshakeCompleted = event as? TLSUserEvent {
            // The handshake demands a certificate, so there is one; nobody is served if not.
            guard let certificate = Self.certificate(in: context),
                callers.letIn(context.channel, presenting: certificate, since: generation)
            else { return context.close(promise: nil) }
            isLetIn = true
        }
        context.fireUserInboundEventTriggered(event)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        if case .handshakeFailed(let cause) = error as? NIOSSLError {
            callers.count(cause, presenting: Self.certificate(in: context))
        }
        context.fireErrorCaught(error)
    }

    // The client can send its request together with the end of the handshake.
    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if isLetIn { context.fireChannelRead(data) }
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if isLetIn { return context.write(data, promise: promise) }
        promise?.fail(ChannelError.ioOnClosedChannel)
    }

    func channelInactive(context: ChannelHandlerContext) {
        callers.registry.close(context.channel)
        context.fireChannelInactive()
    }

    private static func certificate(in context: ChannelHandlerContext) -> PresentedCertificate? {
        let peer = try? context.pipeline.syncOperations.nioSSL_peerCertificate()
        guard let der = try? peer?.toDERBytes() else { return nil }
        return try? PresentedCertificate(der: der)
    }
}
