import ArgumentParser
import Facts
import Foundation

/// Plays parking-card checks from end to end.
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Play parking-card checks through a gateway with simulated sources.",
        discussion: """
            Starts the simulated sources with synthetic people, a gateway on an embedded store, \
            and a municipal application that asks over HTTPS. Then it keeps serving; Ctrl-C ends \
            it.
            """)

    @Flag(help: "Check the outcomes, and end: with 0 when all were as expected.")
    var once = false

    @Option(
        help: """
            The port of the api listener; web and operations take the next two. 0 takes free ones, \
            as --once does.
            """)
    var port: Int?

    @Option(help: "The folder for the demo's data; a passing one with --once.")
    var data: String?

    @Option(help: "The language of the decisions: nl, fr or en.")
    var language: String = "en"

    @Option(help: "The folder of the development certificates; made when it is not there.")
    var certificates = "Certificates/dev"

    @Option(help: "The folder of the project's contracts.")
    var contracts = "Contracts"

    @Option(help: "How many people the population has.")
    var people = 2000

    func validate() throws {
        guard Language(rawValue: language) != nil else {
            throw ValidationError("--language must be nl, fr or en")
        }
        guard (0...65_533).contains(port ?? 0) else {
            throw ValidationError("--port must be from 0 to 65533")
        }
        guard (100...1_000_000).contains(people) else {
            throw ValidationError("--people must be from 100 to 1000000")
        }
    }

    func run() async throws {
        let passing = NSTemporaryDirectory() + "onlyonce-demo-\(UUID().uuidString)"
        let folder = data ?? (once ? passing : "data/demo")
        defer { if data == nil && once { try? FileManager.default.removeItem(atPath: folder) } }
        let workplace = try DemoWorkplace(
            folder: folder, certificates: certificates, contracts: contracts)
        let printer = DemoPrinter(
            language: Language(rawValue: language) ?? .en, inColour: isatty(STDOUT_FILENO) == 1)
        let demo = Demo(
            workplace: workplace, printer: printer, port: port ?? (once ? 0 : 8443),
            people: people, once: once)
        let surprises = try await demo.run()
        if surprises > 0 { throw ExitCode(1) }
    }
}
