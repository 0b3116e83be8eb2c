import AccessRights
import ConsultLog
import ConsultLogFakes
import Foundation
import Testing

@testable import SQLiteStorage

@Suite("from where the key-encryption key comes")
struct KeySourceTests {
    private let directory: TemporaryDirectory
    private let text = Data(repeating: 7, count: 32).base64EncodedString()

    init() throws { directory = try TemporaryDirectory() }

    private func command(
        _ script: String, deadline: TimeInterval = 5
    ) throws -> UnwrapCommand {
        let wrapped = directory.path(of: "wrapped")
        if !FileManager.default.fileExists(atPath: wrapped) {
            try DurableFile.create(Array("wrapped \(text)".utf8), at: wrapped)
        }
        return UnwrapCommand(
            program: "/bin/sh", arguments: ["-c", script], wrappedKey: wrapped,
            deadline: deadline)
    }

    private func id(_ source: KeyEncryptionKeySource) throws -> KeyEncryptionKeyID {
        try source.key(["KEY": text]).id
    }

    @Test("a variable or a command gives the same key as a file")
    func agrees() throws {
        let expected = try LogBench.wrappingKey().id
        #expect(try id(.variable("KEY")) == expected)
        #expect(try id(.command(try command("cut -c9-"))) == expected)
        #expect(try id(.command(try command("cut -c9- | base64 -d"))) == expected)
        #expect(try id(.command(try command("cat >/dev/null; printf '%s' '\(text)'"))) == expected)
    }

    @Test("a variable that is absent or holds no key is named, and what it holds is not said")
    func refusesVariables() {
        for value in [nil, "", "Zzyzx", text + "AAAA"] {
            let failure = #expect(throws: KeySourceFailure.variable("KEY")) {
                try KeyEncryptionKeySource.variable("KEY").key(value.map { ["KEY": $0] } ?? [:])
            }
            #expect(failure?.description.contains("Zzyzx") == false)
        }
    }

    @Test(
        "a command that fails, hangs or writes something else is named, never its output",
        arguments: [
            ("echo Zzyzx >&2; exit 3", KeySourceFailure.Command.failed(status: 3)),
            ("echo Zzyzx", .noKey), ("true", .noKey), ("yes Zzyzx", .badOutput),
            ("exec sleep 60", .badOutput), ("exec >&-; exec sleep 60", .late),
            ("kill -9 $$", .failed(status: 9)), ("head -c 33 /dev/zero", .noKey),
        ])
    func refusesCommands(_ script: String, _ failure: KeySourceFailure.Command) throws {
        let slow = script.contains("sleep") || script.contains("yes")
        let command = try command(script, deadline: slow ? 0.3 : 5)
        let thrown = #expect(throws: KeySourceFailure.command("/bin/sh", failure)) {
            try KeyEncryptionKeySource.command(command).key([:])
        }
        #expect(thrown?.description.contains("Zzyzx") == false)
        #expect(thrown?.description.contains("/bin/sh") == true)
    }

    @Test("a program that is not there, and a wrapped key that is not, are named")
    func refusesWhatIsAbsent() throws {
        let present = try command("true").wrappedKey
        #expect(throws: KeySourceFailure.command("/nowhere/x", .notStarted)) {
            try UnwrapCommand(program: "/nowhere/x", wrappedKey: present).unwrap(present)
        }
        #expect(throws: KeySourceFailure.command("sh", .notAbsolute)) {
            try UnwrapCommand(program: "sh", wrappedKey: present).unwrap(present)
        }
        let absent = directory.path(of: "absent")
        #expect(throws: KeySourceFailure.file(.absent(path: absent))) {
            try UnwrapCommand(program: "/bin/cat", wrappedKey: absent).unwrap(absent)
        }
    }

    @Test("a wrapped key follows another, and the command opens the store with it")
    func followsByCommand() async throws {
        let source = KeyEncryptionKeySource.command(try command("cut -c9-"))
        let store = try await FileKeyStore.open(at: directory.path(of: "keys"))
        let keys = try await source.dataKeys(in: store, environment: [:])
        let period = KeyPeriod(
            retention: try RetentionClass(parsing: "ten-years"), month: Month(of: LogBench.time))
        let id = try await keys.key(for: period).id
        let next = directory.path(of: "new")
        let other = Data(repeating: 8, count: 32).base64EncodedString()
        try DurableFile.create(Array("wrapped \(other)".utf8), at: next)
        let succession = SourceSuccession(source, given: .wrappedKey(next))
        let key = try await succession.next()
        _ = try await keys.destroy([], wrappingOthersBy: key)
        // Cut off here, the start finds the next key by itself.
        let again = try await source.dataKeys(in: store, environment: [:])
        #expect(try again.key(id).period == period)
        #expect(try source.key([:]).id == key.id)
    }

    @Test("what the operator has to give along is said")
    func saysWhatIsMissing() async throws {
        let wrong: [(KeyEncryptionKeySource, SourceSuccession.Given)] = [
            (.variable("KEY"), .nothing), (.command(try command("true")), .nothing),
            (.file(directory.path(of: "kek")), .key(try LogBench.wrappingKey())),
            (.variable("KEY"), .wrappedKey("x")),
        ]
        for (source, given) in wrong {
            await #expect(throws: SuccessionFailure.self) {
                try await SourceSuccession(source, given: given).next()
            }
        }
        let given = SourceSuccession(.variable("KEY"), given: .key(try LogBench.wrappingKey()))
        #expect(try await given.next().id == LogBench.wrappingKey().id)
        try await given.promote()
    }
}
