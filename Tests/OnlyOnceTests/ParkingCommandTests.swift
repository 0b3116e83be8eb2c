import ArgumentParser
import Foundation
import TestSupport
import Testing

@testable import onlyonce

@Suite("onlyonce parking")
struct ParkingCommandTests {
    private static let contracts = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Contracts").standardizedFileURL.path

    private let folder: TemporaryFolder
    private let sample: String

    init() throws {
        folder = try TemporaryFolder()
        sample = Self.contracts + "/regulations/sample-schaerbeek.yaml"
    }

    private func file(_ text: String) throws -> String {
        let path = folder.path + "/regulation.yaml"
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        return path
    }

    private func code(_ arguments: [String]) async -> Int32 {
        do {
            let command = try ParkingLintCommand.parse(arguments)
            try await command.run()
            return 0
        } catch let code as ExitCode {
            return code.rawValue
        } catch {
            return -1
        }
    }

    @Test("lint ends with 0, with 1 for an error, with 2 for a file that cannot be read")
    func codes() async throws {
        let text = try String(contentsOfFile: sample, encoding: .utf8)
        #expect(await code([sample]) == 0)
        #expect(await code([sample, "--json"]) == 0)
        #expect(await code([sample, "--strict"]) == 1)
        #expect(await code([sample, "--authorisations", Self.contracts + "/authorisations"]) == 0)
        let wrong = try file(text.replacing("rn.alive", with: "rn.immortal"))
        #expect(await code([sample, wrong]) == 1)
        #expect(await code([folder.path + "/none.yaml"]) == 2)
        let hostile = try file("a: &a [*a]\n")
        #expect(await code([hostile]) == 1)
    }

    @Test("what is under the regional minimum is found beside the file, and is no error")
    func region() async throws {
        let text = try String(contentsOfFile: sample, encoding: .utf8)
        let cheap = try file(text.replacing("{1: 28, 2: 120}", with: "{1: 1, 2: 2}"))
        #expect(await code([cheap]) == 0)
        #expect(try LintedFiles.regions(nil, beside: cheap).isEmpty)
        #expect(try LintedFiles.regions(nil, beside: sample).count == 1)
        let frames = Self.contracts + "/regulations/region"
        #expect(await code([cheap, "--region", frames]) == 0)
    }

    @Test("explain needs a day of the calendar and one of the two languages")
    func explain() async throws {
        func run(_ arguments: [String]) async throws {
            let command = try ParkingExplainCommand.parse([sample] + arguments)
            try await command.run()
        }
        try await run(["--on", "2026-03-10"])
        try await run(["--on", "2024-02-29", "--known", "2023-01-01", "--language", "fr"])
        for wrong in [
            ["--on", "2023-02-29"], ["--on", "1899-12-31"], ["--on", "2101-01-01"],
            ["--on", "2026-03-10", "--language", "de"], ["--on", "2026-03-10", "--known", "now"],
        ] {
            await #expect(throws: (any Error).self) { try await run(wrong) }
        }
    }

    @Test("a letter is written from stored inputs, in a language of the municipality")
    func letter() async throws {
        let stored = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../ParkingCardsTests/Letters").standardizedFileURL.path
        func code(_ arguments: [String]) async throws -> Int32 {
            let folder = ["--regulations", Self.contracts + "/regulations"]
            let command = try ParkingLetterCommand.parse(arguments + folder)
            do {
                try await command.run()
                return 0
            } catch let code as ExitCode {
                return code.rawValue
            }
        }
        let refusal = stored + "/refusal.inputs.json"
        #expect(try await code([refusal]) == 0)
        #expect(try await code([refusal, "--language", "fr", "--format", "json"]) == 0)
        #expect(try await code([refusal, "--confirmed-on", "2026-03-12"]) == 0)
        #expect(try await code([sample]) == 2)
        #expect(try await code([folder.path + "/none.json"]) == 2)
        for wrong in [
            ["--language", "en"], ["--format", "pdf"], ["--confirmed-on", "2026-02-29"],
        ] {
            await #expect(throws: (any Error).self) { try await code([refusal] + wrong) }
        }
        let text = try String(contentsOfFile: refusal, encoding: .utf8)
        let dead = text.replacing(/("isAlive":{[^}]*"known":")yes/) { "\($0.1)no" }
        #expect(dead != text)
        #expect(try await code([file(dead)]) == 1)
    }
}
