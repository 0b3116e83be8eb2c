import CanonicalJSON
import Facts
import Glibc
import Logging
import ServiceLifecycle
import SourceSimulators
import TestSupport
import Testing
import XMLDocuments

@Suite("the simulated sources over mutual TLS", .serialized)
struct SimulatedSourcesTests {
    private let population = PopulationTests.population

    /// Runs a conversation with the sources and an independent client.
    private func converse(
        _ body: (SimulatedSources, SimulatedSources.Addresses, Client) async throws -> Void
    ) async throws {
        let certificates = try await TestCertificates()
        defer { certificates.remove() }
        let sources = try SimulatedSources(
            population: population, configuration: .init(tls: certificates.tls))
        try await sources.whileRunning { addresses in
            try await body(sources, addresses, Client(certificates: certificates))
        }
    }

    private var granted: DemoCharacter { population.character(.granted) }
    private var question: [UInt8] { Questions.retrieveTI(granted.ssin.digits) }

    @Test("both answer a caller with a certificate")
    func answers() async throws {
        try await converse { _, addresses, client in
            let person = try await client.post(addresses.ksz, question)
            #expect(person.status == 200)
            #expect(try XMLElement(parsing: person.body).fileNumber == granted.ssin.digits)
            let plate = try #require(granted.plate).text
            for resource in ["registrations", "registrationsTitular"] {
                let vehicle = try await client.get("\(addresses.div)/\(resource)?plateNr=\(plate)")
                #expect(vehicle.status == 200)
                let item = try JSONValue(parsing: vehicle.body)["items"]?.array?.first
                let titular = item?["titular"]
                #expect(
                    titular?["person"]?["nationalNr"]?["identificator"]?.string
                        == granted.ssin.digits)
                let license = resource == "registrations" ? item?["license"] : titular?["license"]
                #expect(license?["plateNr"]?.string == plate)
                #expect(license?["status"]?["code"]?.string == "REG")
            }
        }
    }

    @Test("an unknown plate is 204 without a body")
    func unknownPlate() async throws {
        try await converse { _, addresses, client in
            let plate = try #require(population.character(.unregisteredPlate).plate).text
            let answer = try await client.get("\(addresses.div)/registrations?plateNr=\(plate)")
            #expect(answer.status == 204)
            #expect(answer.body.isEmpty)
        }
    }

    @Test("a caller without a certificate gets an alert and not one HTTP byte")
    func noCertificate() async throws {
        try await converse { sources, addresses, client in
            var anonymous = client
            anonymous.showsCertificate = false
            for answer in [
                try await anonymous.post(addresses.ksz, question),
                try await anonymous.get(addresses.div + "/registrations?plateNr=1ABC123"),
            ] {
                #expect(answer.end != .code(0))
                #expect(answer.status == 0)
                #expect(answer.headerBytes == 0)
                #expect(answer.body.isEmpty)
            }
            #expect(sources.switches.requests(to: .ksz) == 0)
        }
    }

    @Test("every fault of the transport does what it says")
    func transportFaults() async throws {
        try await converse { sources, addresses, client in
            let plate = try #require(granted.plate).text
            let div = addresses.div + "/registrations?plateNr=" + plate
            func both(_ kind: Fault.Kind, delay: Int = 0) async throws -> [Client.Answer] {
                for source in SimulatedSource.allCases {
                    sources.switches.set(Fault(kind, delayMilliseconds: delay), for: source)
                }
                return [try await client.post(addresses.ksz, question), try await client.get(div)]
            }
            for answer in try await both(.down) {
                #expect(answer.status == 0)
                #expect(answer.headerBytes == 0)
            }
            for answer in try await both(.slow, delay: 300) {
                #expect(answer.status == 200)
                #expect(answer.seconds >= 0.3)
            }
            for answer in try await both(.cutOff) {
                #expect(answer.end != .code(0))
                #expect(answer.status == 200)
            }
            for answer in try await both(.tooLarge) { #expect(answer.body.count > 16 << 20) }
            for code in [500, 503] {
                for answer in try await both(.httpStatus(code)) { #expect(answer.status == code) }
            }
            let garbled = try await both(.garbled)
            #expect(throws: XMLFailure.self) { try XMLElement(parsing: garbled[0].body) }
            #expect(throws: JSONFailure.self) { try JSONValue(parsing: garbled[1].body) }
            for source in SimulatedSource.allCases { sources.switches.clear(source) }
            #expect(try await client.post(addresses.ksz, question).status == 200)
            #expect(try await client.get(div).status == 200)
        }
    }

    @Test("every fault of the content does what it says")
    func contentFaults() async throws {
        try await converse { sources, addresses, client in
            let plate = try #require(granted.plate).text
            let div = addresses.div + "/registrations?plateNr=" + plate
            sources.switches.set(Fault(.anotherSubject), for: .ksz)
            sources.switches.set(Fault(.anotherSubject), for: .div)
            let other = try XMLElement(parsing: await client.post(addresses.ksz, question).body)
            #expect(other.fileNumber != granted.ssin.digits)
            let vehicle = try JSONValue(parsing: await client.get(div).body)
            #expect(vehicle["items"]?.array?.first?["license"]?["plateNr"]?.string != plate)

            sources.switches.set(Fault(.soapFault), for: .ksz)
            let fault = try await client.post(addresses.ksz, question)
            #expect(fault.status == 500)
            #expect(try XMLElement(parsing: fault.body).first(at: "Body", "Fault") != nil)

            sources.switches.set(Fault(.stale), for: .ksz)
            let stale = try XMLElement(parsing: await client.post(addresses.ksz, question).body)
            #expect(stale.answer?.first("informationCustomer")?["ticket"] == nil)

            sources.switches.set(Fault(.wrongSchema), for: .div)
            let wrong = try JSONValue(parsing: await client.get(div).body)
            #expect(wrong["items"]?.array == nil)
        }
    }

    @Test("the control port switches faults and counts requests")
    func controlPort() async throws {
        try await converse { sources, addresses, client in
            let faults = addresses.control + "/faults"
            let set = try await client.put(
                faults + "/ksz", #"{"kind":"MSG00012","probability":1,"delayMs":10}"#)
            #expect(set.status == 200)
            let answer = try XMLElement(parsing: await client.post(addresses.ksz, question).body)
            #expect(answer.statusCode == "MSG00012")
            #expect(
                try JSONValue(parsing: await client.get(faults).body)["ksz"]?["kind"]?.string
                    == "MSG00012")
            #expect(try await client.delete(faults + "/ksz").status == 200)
            #expect(sources.switches.fault(of: .ksz) == nil)
            let requests = try JSONValue(
                parsing: await client.get(addresses.control + "/requests").body)
            #expect(requests["ksz"]?.integer == 1)
            #expect(requests["div"]?.integer == 0)
        }
    }

    @Test(
        "the control port refuses what it does not know",
        arguments: [
            ("ksz", #"{"kind":"nonsense"}"#), ("ksz", "{}"), ("ksz", #"{"kind":"down","more":1}"#),
            ("ksz", #"{"kind":"down","probability":2}"#), ("div", #"{"kind":"soapFault"}"#),
            ("div", #"{"kind":"MSG00005"}"#), ("nobody", #"{"kind":"down"}"#),
        ])
    func controlPortRefuses(_ source: String, _ body: String) async throws {
        try await converse { sources, addresses, client in
            let answer = try await client.put("\(addresses.control)/faults/\(source)", body)
            #expect(answer.status == (source == "nobody" ? 404 : 400))
            #expect(sources.switches.fault(of: .ksz) == nil)
            #expect(sources.switches.fault(of: .div) == nil)
        }
    }

    @Test("a fault with probability 0 hits nobody, one of a half hits some")
    func probability() async throws {
        try await converse { sources, addresses, client in
            sources.switches.set(Fault(.down, probability: 0), for: .ksz)
            let spared = try await client.post(addresses.ksz, question)
            #expect(spared.status == 200)
            sources.switches.set(Fault(.httpStatus(503), probability: 0.5), for: .ksz)
            var statuses: Set<Int> = []
            for _ in 0..<12 {
                statuses.insert(try await client.post(addresses.ksz, question).status)
            }
            #expect(statuses == [200, 503])
        }
    }

    @Test("a source cannot have the fault of another kind of source")
    func unfittingFault() {
        let switches = FaultSwitches()
        switches.set(Fault(.statusCode(.unknownNumber)), for: .div)
        #expect(switches.fault(of: .div) == nil)
    }

    @Test("a graceful shutdown ends the servers")
    func gracefulShutdown() async throws {
        let certificates = try await TestCertificates()
        defer { certificates.remove() }
        let sources = try SimulatedSources(
            population: population, configuration: .init(tls: certificates.tls))
        let group = ServiceGroup(services: [sources], logger: Logger(label: "test"))
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            let addresses = try await sources.addresses()
            let answer = try await Client(certificates: certificates).post(addresses.ksz, question)
            #expect(answer.status == 200)
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
        await #expect(throws: SimulationFailure.notListening) { try await sources.addresses() }
    }

    @Test("a port that is taken is an error for whoever waits")
    func portTaken() async throws {
        let certificates = try await TestCertificates()
        defer { certificates.remove() }
        let first = try SimulatedSources(
            population: population, configuration: .init(tls: certificates.tls))
        try await first.whileRunning { addresses in
            var configuration = SimulatedSources.Configuration(tls: certificates.tls)
            configuration.controlPort = Int(addresses.control.split(separator: ":").last ?? "") ?? 0
            let second = try SimulatedSources(population: population, configuration: configuration)
            let failure = SimulationFailure.cannotListen(
                server: "the control server", port: configuration.controlPort, errno: EADDRINUSE)
            await #expect(throws: failure) { try await second.whileRunning { _ in } }
            #expect(failure.description.contains("\(configuration.controlPort)"))
        }
    }

    @Test("certificates that cannot be read are an error at the start")
    func unusableCertificates() {
        let files = TLSFiles(
            certificateChain: "/nowhere", privateKey: "/nowhere", callerAuthorities: "/nowhere")
        #expect(throws: SimulationFailure.unusableCertificates) {
            try SimulatedSources(population: population, configuration: .init(tls: files))
        }
    }
}
