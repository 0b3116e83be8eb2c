import AccessRights
import Facts
import Foundation
import HTTPFacade
import SQLiteStorage
import StrictYAML
import TransparencyLogs

extension Configuration {
    /// Reads the file and lets the environment override it.
    ///
    /// - Throws: ``UsageError`` that names every wrong key, with its line.
    init(
        file: String, environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws(UsageError) {
        guard let bytes = FileManager.default.contents(atPath: file) else {
            throw UsageError("\(file) cannot be read")
        }
        let folder = URL(fileURLWithPath: file).deletingLastPathComponent().path
        do throws(YAMLIssues) {
            let overrides = EnvironmentOverrides(environment)
            let node = overrides.apply(to: try YAMLNode(parsing: Array(bytes)))
            guard overrides.unknown.isEmpty else {
                throw YAMLIssues(
                    overrides.unknown.map {
                        YAMLIssue(path: $0, position: node.position, problem: .unknownKey)
                    })
            }
            var reader = YAMLReader(node)
            self = try Configuration(&reader, folder: folder)
        } catch {
            throw UsageError("\(file) is not a valid configuration:\n\(error)")
        }
    }

    private init(_ reader: inout YAMLReader, folder: String) throws(YAMLIssues) {
        let api = reader.mapping("api") { section in
            let listener = section.listener(folder)
            let authority = section.filePath("clientAuthority", in: folder)
            let revocations =
                section.has("revocations") ? section.filePath("revocations", in: folder) : nil
            return listener.and(authority).map { (listener: $0, authority: $1, revocations) }
        }
        let web = reader.mapping("web") { $0.listener(folder) }
        let operations = reader.mapping("operations") { $0.port("port") }
        let storage = reader.storage(folder)
        let log = reader.mapping("log") { $0.log(folder) }
        let documents = reader.documents(folder)
        let own = reader.mapping("own") { $0.own() }
        let sources = reader.mapping("sources") { $0.sources(folder) }
        let limits =
            reader.has("limits") ? reader.mapping("limits") { $0.limits() } : .some(.init())
        let provider = reader.identityProvider(folder)
        let commandLine = reader.commandLine()
        let values = try reader.complete(
            api, web, operations, storage, log, documents, own, sources, limits, provider,
            commandLine)
        self.init(
            api: values.0.listener, clientAuthority: values.0.authority,
            revocations: values.0.2, web: values.1, operationsPort: values.2,
            storage: values.3, log: values.4, documents: values.5, own: values.6,
            sources: values.7, limits: values.8, identityProvider: values.9,
            commandLine: values.10)
    }
}

extension YAMLReader {
    mutating func port(_ key: String) -> Int? {
        integer(key, in: 0...65_535).map(Int.init)
    }

    /// A path, relative to the folder of the configuration.
    mutating func filePath(_ key: String, in folder: String) -> String? {
        text(key).map { URL(fileURLWithPath: $0, relativeTo: .folder(folder)).path }
    }

    fileprivate mutating func listener(_ folder: String) -> Configuration.Listener? {
        let host = text("host")
        let port = port("port")
        let certificate = filePath("certificate", in: folder)
        let privateKey = filePath("privateKey", in: folder)
        guard let host, let port, let certificate, let privateKey else { return nil }
        return Configuration.Listener(
            host: host, port: port, certificate: certificate, privateKey: privateKey)
    }

    fileprivate mutating func storage(_ folder: String) -> Configuration.Storage? {
        let data = filePath("data", in: folder)
        let rights = has("rights") ? filePath("rights", in: folder) : nil
        let keys = mapping("keys") { section -> (String, KeyEncryptionKeySource, String)? in
            let store = section.filePath("store", in: folder)
            let wrapping = section.keyEncryptionKey(folder)
            let secret = section.filePath("pseudonymSecret", in: folder)
            guard let store, let wrapping, let secret else { return nil }
            return (store, wrapping, secret)
        }
        guard let data, let keys else { return nil }
        return Configuration.Storage(
            data: data, keyStore: keys.0, keyEncryptionKey: keys.1, pseudonymSecret: keys.2,
            rights: rights)
    }

    /// The key-encryption key comes from one place: a file, a variable or a command.
    private mutating func keyEncryptionKey(_ folder: String) -> KeyEncryptionKeySource? {
        let isVariable = has("keyEncryptionVariable")
        let isCommand = has("unwrapCommand")
        let hasParts = has("wrappedKey") || has("unwrapSeconds")
        if has("keyEncryptionKey") || !(isVariable || isCommand) {
            if isVariable { report(.invalid(expected: Self.onePlace), at: "keyEncryptionVariable") }
            if isCommand { report(.invalid(expected: Self.onePlace), at: "unwrapCommand") }
            if hasParts {
                report(
                    .invalid(expected: Self.onePlace),
                    at: has("wrappedKey") ? "wrappedKey" : "unwrapSeconds")
            }
            return filePath("keyEncryptionKey", in: folder).map { .file($0) }
        }
        if isVariable {
            if isCommand { report(.invalid(expected: Self.onePlace), at: "unwrapCommand") }
            if hasParts {
                report(
                    .invalid(expected: Self.onePlace),
                    at: has("wrappedKey") ? "wrappedKey" : "unwrapSeconds")
            }
            return text(
                "keyEncryptionVariable", expected: "the name of an environment variable",
                { Self.isVariable($0) ? $0 : nil }
            ).map { .variable($0) }
        }
        let words = text("unwrapCommand", expected: "an absolute path and arguments") { text in
            let words = text.split(separator: " ").map(String.init)
            return words.first?.hasPrefix("/") == true ? words : nil
        }
        let wrapped = filePath("wrappedKey", in: folder)
        let seconds = has("unwrapSeconds") ? integer("unwrapSeconds", in: 1...60) : 10
        guard let words, let wrapped, let seconds else { return nil }
        return .command(
            UnwrapCommand(
                program: words[0], arguments: Array(words.dropFirst()), wrappedKey: wrapped,
                deadline: TimeInterval(seconds)))
    }

    private static let onePlace =
        "left out: keyEncryptionKey, keyEncryptionVariable and unwrapCommand exclude each other"

    /// Letters, digits and underscores; not one of the configuration's own.
    private static func isVariable(_ text: String) -> Bool {
        let bytes = text.utf8
        return !bytes.isEmpty && bytes.count <= 128 && !text.hasPrefix("ONLYONCE_CONFIG_")
            && bytes.allSatisfy {
                $0 == 0x5F || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
                    || (0x30...0x39).contains($0)
            }
    }

    fileprivate mutating func log(_ folder: String) -> Configuration.Log? {
        let origin = text("origin").flatMap { text in
            let name = KeyName(text)
            if name == nil {
                report(.invalid(expected: "a name without spaces or plus signs"), at: "origin")
            }
            return name
        }
        let key = filePath("key", in: folder)
        let passphrase = has("passphrase") ? filePath("passphrase", in: folder) : nil
        let seconds =
            has("publicIntervalSeconds") ? integer("publicIntervalSeconds", in: 1...604_800) : 3600
        let witnesses = cosigners(folder)
        let reserve = has("reserveMegabytes") ? integer("reserveMegabytes", in: 0...1_048_576) : 64
        guard let origin, let key, let seconds, let witnesses, let reserve else { return nil }
        return Configuration.Log(
            origin: origin, key: key, passphrase: passphrase, publicInterval: .seconds(seconds),
            witnesses: witnesses, reserve: UInt64(reserve) << 20)
    }

    fileprivate mutating func documents(_ folder: String) -> Configuration.Documents? {
        let contracts = filePath("contracts", in: folder)
        let authorisations = filePath("authorisations", in: folder)
        let applications = filePath("applications", in: folder)
        let regulations = filePath("regulations", in: folder)
        let samples = has("sampleRegulations") ? boolean("sampleRegulations") : false
        guard let contracts, let authorisations, let applications, let regulations, let samples
        else { return nil }
        return Configuration.Documents(
            contracts: contracts, authorisations: authorisations, applications: applications,
            regulations: regulations, decidesOnSamples: samples)
    }

    /// The witnesses of the log: all three keys or none, which is `.some(nil)`.
    private mutating func cosigners(_ folder: String) -> Configuration.Witnesses?? {
        let names = ["witnesses", "witnessAuthority", "mostQuorumAgeSeconds"]
        guard names.contains(where: { has($0) }) else { return .some(nil) }
        let policy = filePath("witnesses", in: folder)
        let authority = filePath("witnessAuthority", in: folder)
        let age = integer("mostQuorumAgeSeconds", in: 1...31_536_000)
        guard let policy, let authority, let age else { return nil }
        return Configuration.Witnesses(
            policy: policy, authority: authority, mostQuorumAgeSeconds: age)
    }

    fileprivate mutating func own() -> Configuration.Own? {
        let organisation = text("organisation", expected: "an enterprise number") {
            try EnterpriseNumber(parsing: $0)
        }
        let application = text("application", expected: "the name of an application") {
            try ApplicationID(parsing: $0)
        }
        let purpose = text("purpose", expected: "the name of a purpose") {
            try PurposeID(parsing: $0)
        }
        guard let organisation, let application, let purpose else { return nil }
        return Configuration.Own(
            organisation: organisation, application: application, purpose: purpose)
    }

    mutating func sourceURL(_ key: String) -> SourceURL? {
        guard let text = text(key) else { return nil }
        do throws(InvalidSourceURL) {
            return try SourceURL(parsing: text)
        } catch {
            report(.invalid(expected: error.expected), at: key)
            return nil
        }
    }

    fileprivate mutating func sources(_ folder: String) -> Configuration.SourceSettings? {
        let nationalRegister = sourceURL("nationalRegister")
        let vehicleRegister = sourceURL("vehicleRegister")
        let certificate = filePath("certificate", in: folder)
        let privateKey = filePath("privateKey", in: folder)
        let authority = filePath("authority", in: folder)
        let customer = text("customer", expected: "an enterprise number") {
            try EnterpriseNumber(parsing: $0)
        }
        let schemas = has("officialSchemas") ? filePath("officialSchemas", in: folder) : nil
        let milliseconds = integer("deadlineMilliseconds", in: 1...60_000)
        guard let nationalRegister, let vehicleRegister, let certificate, let privateKey,
            let authority, let customer, let milliseconds
        else { return nil }
        return Configuration.SourceSettings(
            nationalRegister: nationalRegister, vehicleRegister: vehicleRegister,
            certificate: certificate, privateKey: privateKey, authority: authority,
            customer: customer, officialSchemas: schemas, deadline: .milliseconds(milliseconds))
    }
}

extension Optional {
    /// Both values, or neither.
    fileprivate func and<Other>(_ other: Other?) -> (Wrapped, Other)? {
        guard let self, let other else { return nil }
        return (self, other)
    }
}

extension URL? {
    fileprivate static func folder(_ path: String) -> URL? {
        URL(fileURLWithPath: path, isDirectory: true)
    }
}
