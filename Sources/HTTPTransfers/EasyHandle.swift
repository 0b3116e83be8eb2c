import CLibCurl

/// Owns one libcurl easy handle, and what the call on it needs while libcurl may look at it.
///
/// A class, because libcurl's callbacks find it by its address. Only the engine's thread uses it.
@safe
final class EasyHandle {
    let pointer: UnsafeMutableRawPointer
    private let errorText: UnsafeMutablePointer<CChar>
    private var headerList: UnsafeMutablePointer<curl_slist>?
    private var call: TransferCall?
    private var collector = ResponseCollector(limit: 0)

    var callID: Int? { call?.id }
    var deadline: ContinuousClock.Instant { call?.deadline ?? .now }

    init?(_ configuration: TransferConfiguration) {
        guard let pointer = unsafe curl_easy_init() else { return nil }
        unsafe self.pointer = pointer
        unsafe self.errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
        unsafe self.errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        guard setUp(configuration) else { return nil }
    }

    deinit {
        unsafe curl_easy_cleanup(pointer)
        unsafe curl_slist_free_all(headerList)
        unsafe errorText.deallocate()
    }

    /// The object that owns a handle which libcurl names.
    static func owner(of pointer: UnsafeMutableRawPointer?) -> EasyHandle? {
        var address: UnsafeMutableRawPointer?
        guard let pointer = unsafe pointer,
            unsafe transfer_get_pointer(pointer, CURLINFO_PRIVATE, &address) == CURLE_OK
        else { return nil }
        return unsafe owner(at: address)
    }

    private static func owner(at address: UnsafeMutableRawPointer?) -> EasyHandle? {
        guard let address = unsafe address else { return nil }
        return unsafe Unmanaged<EasyHandle>.fromOpaque(address).takeUnretainedValue()
    }

    /// Sets what is the same for every call.
    private func setUp(_ configuration: TransferConfiguration) -> Bool {
        let me = unsafe Unmanaged.passUnretained(self).toOpaque()
        let receiveBody: transfer_receiver = { bytes, _, count, target in
            unsafe EasyHandle.receive(bytes, count, target) { unsafe $0.appendBody($1) }
        }
        let receiveHeader: transfer_receiver = { bytes, _, count, target in
            unsafe EasyHandle.receive(bytes, count, target) { unsafe $0.appendHeader($1) }
        }
        unsafe transfer_set_receiver(pointer, CURLOPT_WRITEFUNCTION, receiveBody)
        unsafe transfer_set_receiver(pointer, CURLOPT_HEADERFUNCTION, receiveHeader)
        unsafe transfer_set_pointer(pointer, CURLOPT_WRITEDATA, me)
        unsafe transfer_set_pointer(pointer, CURLOPT_HEADERDATA, me)
        unsafe transfer_set_pointer(pointer, CURLOPT_PRIVATE, me)
        unsafe transfer_set_pointer(pointer, CURLOPT_ERRORBUFFER, errorText)
        set(CURLOPT_NOSIGNAL, 1)
        set(CURLOPT_TCP_KEEPALIVE, 1)
        // A changed file of authorities counts for new connections within a minute.
        set(CURLOPT_CA_CACHE_TIMEOUT, 60)
        // Everything from here on is a promise: without it there is no handle.
        return set(CURLOPT_PROTOCOLS_STR, "https") && set(CURLOPT_FOLLOWLOCATION, 0)
            && set(CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1)
            && set(CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2)
            && set(CURLOPT_SSL_VERIFYPEER, 1) && set(CURLOPT_SSL_VERIFYHOST, 2)
            && set(CURLOPT_PROXY, configuration.proxy ?? "") && set(CURLOPT_NOPROXY, "")
    }

    /// Sets what belongs to one call. A handle that was used before keeps nothing of it.
    func prepare(_ call: TransferCall, _ configuration: TransferConfiguration) -> Bool {
        let request = call.request
        self.call = call
        collector = ResponseCollector(limit: request.maximumResponseSize)
        unsafe errorText.pointee = 0
        let deadline = request.deadline.wholeMilliseconds
        guard set(CURLOPT_URL, request.url), prepareBody(request),
            prepareHeaders(request.headers), prepareIdentity(request.identity)
        else { return false }
        let connect = min(deadline, configuration.connectTimeout.wholeMilliseconds)
        let size = Int64(request.maximumResponseSize)
        return set(CURLOPT_TIMEOUT_MS, deadline) && set(CURLOPT_CONNECTTIMEOUT_MS, connect)
            && set(CURLOPT_MAXFILESIZE_LARGE, size)
    }

    private func prepareBody(_ request: TransferRequest) -> Bool {
        switch request.method {
        case .get:
            return set(CURLOPT_HTTPGET, 1)
        case .post:
            // Without an address libcurl would read the body from the standard input, and an empty
            // array need not have one.
            let body = request.body.isEmpty ? [0] : request.body
            return unsafe set(CURLOPT_POST, 1)
                && set(CURLOPT_POSTFIELDSIZE_LARGE, Int64(request.body.count))
                && body.withUnsafeBytes { bytes in
                    unsafe transfer_set_pointer(
                        pointer, CURLOPT_COPYPOSTFIELDS,
                        UnsafeMutableRawPointer(mutating: bytes.baseAddress)) == CURLE_OK
                }
        }
    }

    private func prepareHeaders(_ fields: [HeaderField]) -> Bool {
        // libcurl would wait up to a second for "100 Continue" before it sends a large body.
        guard append(header: "Expect:") else { return false }
        for field in fields {
            // "Name:" removes a header in libcurl's notation, "Name;" sends an empty one.
            let line = field.value.isEmpty ? "\(field.name);" : "\(field.name): \(field.value)"
            guard append(header: line) else { return false }
        }
        return unsafe transfer_set_pointer(pointer, CURLOPT_HTTPHEADER, headerList) == CURLE_OK
    }

    private func append(header line: String) -> Bool {
        guard let list = unsafe curl_slist_append(headerList, line) else { return false }
        unsafe headerList = list
        return true
    }

    private func prepareIdentity(_ identity: TLSIdentity) -> Bool {
        set(CURLOPT_SSLCERT, identity.certificate?.certificatePath)
            && set(CURLOPT_SSLKEY, identity.certificate?.keyPath)
            && set(CURLOPT_CAINFO, identity.authoritiesPath) && set(CURLOPT_CAPATH, nil)
            && set(CURLOPT_PINNEDPUBLICKEY, identity.pinnedPublicKeys)
    }

    /// What came of the call, once libcurl has ended it.
    func result(_ code: CURLcode) -> Result<TransferResponse, TransferFailure> {
        if code == CURLE_OK {
            var status = 0
            unsafe transfer_get_number(pointer, CURLINFO_RESPONSE_CODE, &status)
            // libcurl takes a connection that ends for the end of such a body, goodbye or not.
            guard collector.saysWhereItEnds || status == 204 || status == 304 else {
                return .failure(.cutOff)
            }
            return .success(
                TransferResponse(status: status, headers: collector.headers, body: collector.body))
        }
        if collector.isOverflowing { return .failure(.tooLarge) }
        return .failure(TransferFailure(code, text: unsafe String(cString: errorText)))
    }

    /// Lets go of the call and of everything that it brought. Off the multi handle only.
    func release() -> TransferCall? {
        defer { call = nil }
        collector = ResponseCollector(limit: 0)
        unsafe transfer_set_pointer(pointer, CURLOPT_HTTPHEADER, nil)
        unsafe transfer_set_pointer(pointer, CURLOPT_COPYPOSTFIELDS, nil)
        unsafe curl_slist_free_all(headerList)
        unsafe headerList = nil
        return call
    }

    /// Returning less than `count` makes libcurl give up the transfer.
    private static func receive(
        _ bytes: UnsafeMutablePointer<CChar>?, _ count: Int, _ target: UnsafeMutableRawPointer?,
        _ append: (inout ResponseCollector, UnsafeRawBufferPointer) -> Bool
    ) -> Int {
        guard let handle = unsafe owner(at: target) else { return 0 }
        let buffer = unsafe UnsafeRawBufferPointer(start: bytes, count: count)
        return unsafe append(&handle.collector, buffer) ? count : 0
    }

    @discardableResult
    private func set(_ option: CURLoption, _ value: Int) -> Bool {
        unsafe transfer_set_number(pointer, option, value) == CURLE_OK
    }

    private func set(_ option: CURLoption, _ value: Int64) -> Bool {
        unsafe transfer_set_size(pointer, option, value) == CURLE_OK
    }

    private func set(_ option: CURLoption, _ value: String?) -> Bool {
        unsafe transfer_set_text(pointer, option, value) == CURLE_OK
    }
}
