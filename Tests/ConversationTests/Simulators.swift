import CanonicalJSON
import Foundation
import SourceSimulators
import TestSupport
import Testing

/// The simulated sources in a process of their own, and their control port.
struct Simulators: Sendable {
    let program: Program
    let nationalRegister: String
    let vehicleRegister: String
    private let control: String

    static func start(certificates: String, people: Int) async throws -> Simulators {
        let program = try Program([
            Place.program, "simulate", "--certificates", certificates, "--people", String(people),
        ])
        try #require(await program.says("Control port"), "\(program.errors)")
        func address(_ name: String) throws -> String {
            let line = program.output.split(separator: "\n").first { $0.hasPrefix(name) }
            return String(try #require(line?.split(separator: " ").last))
        }
        return try Simulators(
            program: program, nationalRegister: address("Crossroads Bank"),
            vehicleRegister: address("Vehicle register"), control: address("Control port"))
    }

    /// Lets a source fail while something is done.
    func failing<Value: Sendable>(
        _ source: SimulatedSource, _ kind: String, delay: Int = 5000,
        _ work: () async throws -> Value
    ) async throws -> Value {
        let fault = #"{"kind":"\#(kind)","delayMs":\#(delay)}"#
        try await ask(["-X", "PUT", "-d", fault], "/faults/\(source.rawValue)")
        let outcome: Result<Value, any Error>
        do { outcome = .success(try await work()) } catch { outcome = .failure(error) }
        try await ask(["-X", "DELETE"], "/faults/\(source.rawValue)")
        return try outcome.get()
    }

    /// How often a source was asked since the start.
    func requests(to source: SimulatedSource) async throws -> Int64 {
        let counts = try JSONValue(parsing: try await ask([], "/requests").utf8)
        return try #require(counts[source.rawValue]?.integer)
    }

    @discardableResult
    private func ask(_ options: [String], _ path: String) async throws -> String {
        let answer = try await Program.run(
            ["curl", "--silent", "--fail", "--noproxy", "*"] + options + [control + path])
        try #require(answer.end == .code(0), "the control port answers")
        return answer.output
    }
}
