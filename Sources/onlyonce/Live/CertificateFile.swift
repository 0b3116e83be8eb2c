import Facts
import NIOSSL

/// A file of certificates that the gateway works with.
struct CertificateFile: Sendable {
    /// The key of the configuration.
    let name: String
    let path: String

    /// When the first of its certificates begins to be valid, and when the first one ends; `nil`
    /// when the file cannot be read. It may block.
    var validity: (from: Timestamp, to: Timestamp)? {
        guard let certificates = try? NIOSSLCertificate.fromPEMFile(path),
            let from = certificates.map({ $0.notValidBefore }).max(),
            let to = certificates.map({ $0.notValidAfter }).min()
        else { return nil }
        return (
            Timestamp(milliseconds: Int64(from) * 1000), Timestamp(milliseconds: Int64(to) * 1000)
        )
    }
}

extension Configuration {
    /// Every file of certificates.
    var certificateFiles: [CertificateFile] {
        var files = [
            CertificateFile(name: "api.certificate", path: api.certificate),
            CertificateFile(name: "api.clientAuthority", path: clientAuthority),
            CertificateFile(name: "web.certificate", path: web.certificate),
            CertificateFile(name: "sources.certificate", path: sources.certificate),
            CertificateFile(name: "sources.authority", path: sources.authority),
        ]
        if let witnesses = log.witnesses {
            files.append(
                CertificateFile(name: "log.witnessAuthority", path: witnesses.authority))
        }
        return files
    }
}
