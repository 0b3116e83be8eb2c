import ArgumentParser
import HTTPFacade
import Logging
import ServiceLifecycle
import UnixSignals

/// Runs the gateway.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Run the gateway.",
        discussion: """
            Applications speak to the api listener over mutual TLS; the web listener serves the \
            contract; the operations listener, on the loopback address, answers /health and \
            /metrics. SIGTERM or Ctrl-C ends it: requests that are under way are answered first.
            """)

    @OptionGroup var configuration: ConfigurationOption

    func run() async throws {
        let logger = Logger(label: "onlyonce")
        let settings = try configuration.read()
        let installation = try await Installation(settings, logger: logger)
        let server = try await installation.closingOnFailure {
            try GatewayServer(installation, settings, logger: logger)
        }
        try await server.run { addresses in
            Announcement.write(
                """
                api         https://\(addresses.api)
                web         https://\(addresses.web)
                operations  http://\(addresses.operations)
                """)
        }
    }
}
