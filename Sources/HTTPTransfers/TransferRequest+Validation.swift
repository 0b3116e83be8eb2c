extension TransferRequest {
    /// Whether the request can be written without one of its parts running into the next.
    var isWellFormed: Bool {
        url.utf8.starts(with: "https://".utf8) && url.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
            && headers.allSatisfy { field in
                !field.name.isEmpty
                    && field.name.utf8.allSatisfy {
                        $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: ":")
                    }
                    && field.value.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }
            }
    }

    /// Scheme, host and port: what a connection is to.
    var host: Substring {
        let end = url.utf8.dropFirst("https://".utf8.count).firstIndex { "/?#".utf8.contains($0) }
        return url[..<(end ?? url.endIndex)]
    }
}
