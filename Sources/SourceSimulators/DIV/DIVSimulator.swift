import CanonicalJSON
import Facts
import HTTPTypes

/// Answers the vehicle register's `registrations` and `registrationsTitular`. It knows nothing of
/// the network.
struct DIVSimulator: Sendable {
    /// Below which the resources stand.
    static let path = "/v1/mobility"

    enum Resource: String {
        case registrations
        case registrationsTitular
    }

    /// One parameter selects; the register's interface has more, which nobody here needs.
    enum Selection {
        case plate(String)
        case person(String)
        case enterprise(String)
    }

    let population: Population

    /// Answers one question, with the fault that hits it. What is unknown is 204 without a body.
    func reply(
        to resource: Resource, _ selection: Selection, fault: Fault.Kind?
    ) throws(JSONFailure) -> SimulatedReply {
        var vehicles = find(selection)
        if fault == .anotherSubject, let other = another(than: vehicles.first) {
            vehicles = [other]
        }
        guard !vehicles.isEmpty else { return SimulatedReply(.noContent) }
        let query = Self.query(selection)
        var document =
            switch resource {
            case .registrations:
                RegistrationDocument.registrations(vehicles, population, query: query)
            case .registrationsTitular:
                RegistrationDocument.titulars(vehicles, population, query: query)
            }
        // A list where the contract has a text, and a text where it has a list.
        if fault == .wrongSchema { document = ["items": "none", "total": ["one"]] }
        return SimulatedReply(
            .ok, contentType: "application/json", body: try document.canonicalBytes(),
            age: fault == .stale ? 172_800 : nil)
    }

    private func find(_ selection: Selection) -> [SyntheticVehicle] {
        switch selection {
        case .plate(let text):
            guard let plate = try? Plate(parsing: text), let vehicle = population.vehicle(plate)
            else { return [] }
            return [vehicle]
        case .person(let text):
            return (try? SSIN(parsing: text)).map(population.vehicles(of:)) ?? []
        case .enterprise(let text):
            return (try? EnterpriseNumber(parsing: text)).map(population.vehicles(of:)) ?? []
        }
    }

    private func another(than vehicle: SyntheticVehicle?) -> SyntheticVehicle? {
        [0, 1].compactMap(population.vehicle(at:)).first { $0 != vehicle }
    }

    private static func query(_ selection: Selection) -> String {
        switch selection {
        case .plate(let text): "plateNr=" + text
        case .person(let text): "nationalNr=" + text
        case .enterprise(let text): "companyNr=" + text
        }
    }
}
