import Foundation
import NIOSSL

/// Looks into the files of certificates and keys, and notes what is wrong with them.
struct CredentialCheck {
    private(set) var issues: [String] = []

    /// A certificate, followed by its intermediates, and its key.
    mutating func identity(_ section: String, certificate: String, privateKey: String) {
        let chain = certificates("\(section).certificate", certificate)
        let key = key("\(section).privateKey", privateKey)
        guard let chain, let key else { return }
        do {
            _ = try NIOSSLContext(
                configuration: .makeServerConfiguration(
                    certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key)))
        } catch {
            note("\(section).privateKey", privateKey, "is not the key of \(section).certificate")
        }
    }

    mutating func authority(_ name: String, _ path: String) { _ = certificates(name, path) }

    private mutating func certificates(_ name: String, _ path: String) -> [NIOSSLCertificate]? {
        guard let bytes = bytes(name, path) else { return nil }
        guard let certificates = try? NIOSSLCertificate.fromPEMBytes(bytes), !certificates.isEmpty
        else {
            note(name, path, "holds no certificate in PEM")
            return nil
        }
        return certificates
    }

    private mutating func key(_ name: String, _ path: String) -> NIOSSLPrivateKey? {
        guard let bytes = bytes(name, path) else { return nil }
        guard let key = try? NIOSSLPrivateKey(bytes: bytes, format: .pem) else {
            note(name, path, "holds no private key in PEM that needs no password")
            return nil
        }
        return key
    }

    private mutating func bytes(_ name: String, _ path: String) -> [UInt8]? {
        guard let content = FileManager.default.contents(atPath: path) else {
            note(name, path, "cannot be read")
            return nil
        }
        return Array(content)
    }

    private mutating func note(_ name: String, _ path: String, _ problem: String) {
        issues.append("\(name): \(path) \(problem)")
    }
}
