import Hummingbird
import NIOCore

/// What a simulated source knows of a request beside the request: the connection, to cut it.
struct SourceContext: InitializableFromSource {
    let channel: any Channel

    init(source: ApplicationRequestContextSource) { channel = source.channel }
}
