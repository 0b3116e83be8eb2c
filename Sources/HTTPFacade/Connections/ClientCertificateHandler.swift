import AccessRights
import NIOCore
import NIOSSL
import NIOTLS

/// Reads the client's certificate once per connection, when the handshake completes.
///
/// The TLS handler sits on the same channel; the channel's parent is the listening socket.
final class ClientCertificateHandler: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = NIOAny

    private let registry: ConnectionRegistry

    init(_ registry: ConnectionRegistry) { self.registry = registry }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case .handshakeCompleted = event as? TLSUserEvent {
            let peer = try? context.pipeline.syncOperations.nioSSL_peerCertificate()
            guard let der = try? peer?.toDERBytes() else {
                // The handshake demands a certificate, so this cannot be; nobody is served if it is.
                return context.close(promise: nil)
            }
            registry.open(context.channel, presenting: CertificateFingerprint(ofCertificate: der))
        }
        context.fireUserInboundEventTriggered(event)
    }

    func channelInactive(context: ChannelHandlerContext) {
        registry.close(context.channel)
        context.fireChannelInactive()
    }
}
