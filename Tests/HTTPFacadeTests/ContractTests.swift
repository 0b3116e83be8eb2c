import AccessRights
import CanonicalJSON
import Facts
import HTTPTypes
import StrictYAML
import Testing

@testable import HTTPFacade

/// The routes and the contract say the same.
struct ContractTests {
    private let contract: YAMLNode

    init() throws {
        contract = try YAMLNode(parsing: try Repository.bytes("Contracts/openapi.yaml"))
    }

    @Test("every route is in the contract, and every path of the contract has a route")
    func routes() async throws {
        let promised = contract["paths"]?.entries?.flatMap { path in
            (path.value.entries ?? []).map(\.key).filter {
                ["get", "post", "put", "patch", "delete"].contains($0)
            }
            .map { "\($0.uppercased()) \(path.key)" }
        }
        let routes = try await FacadeBench.routes()
        #expect(
            Set(promised ?? []) == Set(routes.map { "\($0.method.rawValue) \($0.path.template)" }))
    }

    @Test("the contract lists the attributes of the catalogue", arguments: AttributeGroup.allCases)
    func attributes(of group: AttributeGroup) {
        let name = group.rawValue.prefix(1).uppercased() + group.rawValue.dropFirst() + "Select"
        let names = contract["components"]?["schemas"]?[name]?["items"]?["enum"]?.elements
        #expect(
            names?.compactMap(\.text) == [group.rawValue] + group.attributes.map(\.rawValue))
    }

    @Test("the contract names every reason of a refusal and every verification")
    func words() {
        let schemas = contract["components"]?["schemas"]
        let predicates = schemas?["VerificationRequest"]?["discriminator"]?["mapping"]?.entries
        #expect(
            Set(predicates?.map(\.key) ?? [])
                == Set(VerificationID.allCases.map(\.rawValue)).subtracting([
                    // Not a yes or no, and not for callers.
                    "householdPseudonyms", "addressPseudonym", "areaOfResidence",
                    "areaOfEstablishment", "inscribedSince",
                ]))
        let codes = schemas?["RefusalReason"]?["properties"]?["code"]?["enum"]?.elements
        #expect(codes?.contains { $0.text == "outsidePopulation" } == true)
    }

    @Test("the contract is served as it is")
    func document() async throws {
        let text = String(decoding: try Repository.bytes("Contracts/openapi.yaml"), as: UTF8.self)
        try await FacadeBench.run { bench in
            let exchange = try await bench.read(web: "/doc/openapi.yaml")
            #expect(exchange.status == 200)
            #expect(exchange.header("content-type") == "application/yaml")
            #expect(exchange.body == text)
        }
    }
}

extension YAMLNode {
    fileprivate subscript(key: String) -> YAMLNode? { entries?.first { $0.key == key }?.value }
}
