import HTTPTypes
import NIOCore
import NIOHTTP1

/// Gives the answer to what is not HTTP its body.
///
/// The server writes a bare 400 in its turn, behind the answers to what came before on the
/// connection, and then closes it; here it becomes a problem like every other.
final class MalformedRequestHandler: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    private let answer: @Sendable () -> Reply
    private var isMalformed = false

    init(_ answer: @escaping @Sendable () -> Reply) { self.answer = answer }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        if error is HTTPParserError { isMalformed = true }
        context.fireErrorCaught(error)
    }

    func write(
        context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?
    ) {
        // Every answer of our own has a content type.
        guard isMalformed, case .head(let bare) = unwrapOutboundIn(data),
            bare.status == .badRequest, bare.headers["Content-Type"].isEmpty
        else { return context.write(data, promise: promise) }
        let reply = answer()
        var head = HTTPResponseHead(version: bare.version, status: .badRequest)
        for field in reply.headers {
            head.headers.add(name: field.name.rawName, value: field.value)
        }
        head.headers.replaceOrAdd(name: "Connection", value: "close")
        context.write(wrapOutboundOut(.head(head)), promise: promise)
        context.write(wrapOutboundOut(.body(.byteBuffer(reply.body))), promise: nil)
    }
}
