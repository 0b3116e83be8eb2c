import CLibCurl

extension TransferFailure {
    /// Says in our words why libcurl gave up.
    /// - Parameter text: libcurl's message. It is looked at, never kept: it names hosts.
    init(_ code: CURLcode, text: String) {
        switch code {
        case CURLE_URL_MALFORMAT:
            self = .invalidRequest
        case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY, CURLE_COULDNT_CONNECT:
            self = .unreachable
        case CURLE_OPERATION_TIMEDOUT:
            self = .timedOut
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_ISSUER_ERROR,
            CURLE_SSL_PINNEDPUBKEYNOTMATCH, CURLE_SSL_INVALIDCERTSTATUS:
            self = .tlsFailed(.serverNotTrusted)
        case CURLE_SSL_CERTPROBLEM, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CRL_BADFILE:
            self = .tlsFailed(.identityUnusable)
        case CURLE_SSL_CLIENTCERT:
            self = .tlsFailed(.refusedByServer)
        case CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CIPHER:
            self = .tlsFailed(Self.isAlert(text) ? .refusedByServer : .handshake)
        case CURLE_FILESIZE_EXCEEDED:
            self = .tooLarge
        case CURLE_RECV_ERROR, CURLE_SEND_ERROR:
            // With TLS 1.3 the client has finished its handshake before it is refused.
            self = Self.isAlert(text) ? .tlsFailed(.refusedByServer) : .cutOff
        case CURLE_PARTIAL_FILE, CURLE_GOT_NOTHING:
            self = .cutOff
        case CURLE_WEIRD_SERVER_REPLY, CURLE_UNSUPPORTED_PROTOCOL, CURLE_BAD_CONTENT_ENCODING:
            // An answer in HTTP/0.9, that is anything at all, is an unsupported protocol.
            self = .unintelligible
        default:
            self = .other(code: Int(code.rawValue))
        }
    }

    private static func isAlert(_ text: String) -> Bool {
        text.contains("SSL routines") && text.contains(" alert ")
    }
}
