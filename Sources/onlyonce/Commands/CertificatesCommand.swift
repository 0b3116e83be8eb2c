import ArgumentParser
import DevelopmentCertificates
import Foundation

/// Makes what only development needs.
struct CertificatesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "certificates", abstract: "Make certificates for development.",
        subcommands: [Create.self])

    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "create",
            abstract: "Make authorities, server and client certificates in a folder.",
            discussion: """
                What is there and still valid is kept. Nothing of it belongs in production: \
                see Certificates/README.md.
                """)

        @Option(help: "The folder; it becomes readable by you alone.")
        var folder = "Certificates/dev"

        func run() async throws {
            let certificates = try explained { () throws(DevelopmentCertificateFailure) in
                try DevelopmentPKI.ensure(at: folder, now: Date())
            }
            print("Development certificates are in \(certificates.folder).")
        }
    }
}
