import AccessRights
import CanonicalJSON
import Foundation
import StrictYAML
import TestSupport
import Testing

@testable import onlyonce

struct ConfigurationTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func configuration(_ environment: [String: String]) throws -> Configuration {
        try Configuration(file: Sample.configuration, environment: environment)
    }

    /// What the failure of a reading says.
    private func complaint(
        _ environment: [String: String], _ file: String = Sample.configuration
    ) throws -> String {
        let failure = #expect(throws: UsageError.self) {
            try Configuration(file: file, environment: environment)
        }
        return try #require(failure).description
    }

    /// The paths and texts of every scalar below a node.
    private func scalars(_ node: YAMLNode, _ path: [String] = []) -> [[String]: String] {
        guard let entries = node.entries else { return node.text.map { [path: $0] } ?? [:] }
        return entries.reduce(into: [:]) { all, entry in
            all.merge(scalars(entry.value, path + [entry.key])) { old, _ in old }
        }
    }

    /// The paths of every value that a schema of an object describes.
    private func paths(_ schema: JSONValue, _ path: [String] = []) -> Set<[String]> {
        guard case .object(let properties)? = schema["properties"] else { return [path] }
        return properties.members.reduce(into: []) { all, member in
            all.formUnion(paths(member.value, path + [member.name]))
        }
    }

    @Test("a key that may be absent can be set by the environment alone")
    func optional() throws {
        #expect(try configuration([:]).sources.officialSchemas == nil)
        let set = try configuration(["ONLYONCE_CONFIG_SOURCES_OFFICIALSCHEMAS": "../official"])
        #expect(set.sources.officialSchemas == Sample.contracts + "/official")
    }

    @Test("every value that the schema describes has its variable, and nothing else has one")
    func complete() throws {
        let bytes = try #require(FileManager.default.contents(atPath: Sample.schema))
        let described = paths(try JSONValue(parsing: Array(bytes)))
        #expect(described.count > 20)
        #expect(described == Set(ConfigurationKeys.all))
        let variables = ConfigurationKeys.all.map(EnvironmentOverrides.variable)
        #expect(Set(variables).count == ConfigurationKeys.all.count)
    }

    @Test("the environment alone is a whole configuration")
    func fromNothing() throws {
        let bytes = try #require(FileManager.default.contents(atPath: Sample.configuration))
        let sample = scalars(try YAMLNode(parsing: Array(bytes)))
        let environment = Dictionary(
            uniqueKeysWithValues: sample.map {
                (EnvironmentOverrides.variable(for: $0.key), $0.value)
            })
        let file = folder.path + "/empty.yaml"
        try "{}\n".write(toFile: file, atomically: true, encoding: .utf8)
        let read = try Configuration(file: file, environment: environment)
        #expect(read.api.port == 8443)
        #expect(read.own.application.text == "onlyonce")
        #expect(read.sources.vehicleRegister.text == sample[["sources", "vehicleRegister"]])
    }

    @Test("every variable that names no key is named in one error")
    func unknown() throws {
        let names = ["API_PROT", "SOURCES", "SOURCES_OFFICIALSCHEMA", "", "API_PORT_0"]
        let complaint = try complaint(
            Dictionary(
                uniqueKeysWithValues: names.map { ("ONLYONCE_CONFIG_\($0)", "Zzyzx") }
                    + [("ONLYONCE_CONFIG_API_PORT", "9000"), ("ONLYONCE_OTHER", "1")]))
        for name in names {
            #expect(complaint.contains("ONLYONCE_CONFIG_\(name) is not a known key"))
        }
        #expect(!complaint.contains("ONLYONCE_CONFIG_API_PORT is"))
        #expect(!complaint.contains("ONLYONCE_OTHER"))
        #expect(!complaint.contains("Zzyzx"))
    }

    @Test("a wrong value of the environment is named by its key and not said")
    func wrong() throws {
        let complaint = try complaint([
            "ONLYONCE_CONFIG_API_PORT": "Zzyzx", "ONLYONCE_CONFIG_SOURCES_OFFICIALSCHEMAS": "",
        ])
        #expect(complaint.contains("api.port must be a whole number"))
        #expect(complaint.contains("sources.officialSchemas must be text"))
        #expect(!complaint.contains("Zzyzx"))
    }

    @Test("a source that is not called over TLS is named with its key, and a password never said")
    func sources() throws {
        let complaint = try complaint([
            "ONLYONCE_CONFIG_SOURCES_NATIONALREGISTER": "http://localhost:9443",
            "ONLYONCE_CONFIG_SOURCES_VEHICLEREGISTER": "https://user:Zzyzx@source.example",
        ])
        #expect(
            complaint.contains("sources.nationalRegister must be a URL that begins with https://"))
        #expect(
            complaint.contains(
                "sources.vehicleRegister must be a URL without user name and password"))
        #expect(!complaint.contains("Zzyzx"))
    }
}
