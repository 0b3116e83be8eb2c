import AccessRights
import ConsultLog
import DevelopmentCertificates
import Facts
import Gateway
import HTTPFacade
import HTTPTransfers
import Logging
import ParkingCards
import ServiceLifecycle
import SourceSimulators
import UnixSignals

/// The demo as a whole: simulated sources, gateway, and an application that asks.
struct Demo {
    let workplace: DemoWorkplace
    let printer: DemoPrinter
    let port: Int
    let people: Int
    let once: Bool

    /// Runs until everything is played, and unless `once` until somebody ends it.
    ///
    /// - Returns: how many scenes ended otherwise than promised.
    func run() async throws -> Int {
        var logger = Logger(label: "onlyonce.demo")
        // The sources fail on purpose here.
        logger.logLevel = .error
        let population = SourceSimulators.Population(
            seed: SourceSimulators.Population.demoSeed, size: people)
        let simulated = try SimulatedSources(
            population: population,
            configuration: SimulatedSources.Configuration(
                tls: TLSFiles(simulatedBy: workplace.pki)))
        let identity = try SimulatedIdentityProvider(
            SimulatedIdentityProvider.Configuration(identifyingFor: workplace.pki))
        let sources = ServiceGroup(services: [simulated, identity], logger: logger)
        return try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await sources.run() }
            let played = try await serve(simulated, identity, population, logger)
            await sources.triggerGracefulShutdown()
            try await tasks.waitForAll()
            return played
        }
    }

    private func serve(
        _ simulated: SimulatedSources, _ identity: SimulatedIdentityProvider,
        _ population: SourceSimulators.Population, _ logger: Logger
    ) async throws -> Int {
        let addresses = try await simulated.addresses()
        let configuration = try workplace.configuration(
            port: port, nationalRegister: addresses.ksz, vehicleRegister: addresses.div,
            identity: try await identity.addresses())
        let installation = try await Installation(configuration, logger: logger)
        let (server, cards) = try await installation.closingOnFailure {
            try await prepare(installation, population)
            let cards = try await DemoCards(installation, configuration, population)
            return (try GatewayServer(installation, configuration, logger: logger), cards)
        }
        return try await server.run(until: once) { facade in
            let client = try DemoClient(
                workplace.pki.application(.parkingSchaerbeek),
                authority: workplace.pki.applicationAuthority, base: "https://\(facade.api)")
            let console = try DemoClient(
                workplace.pki.application(.dpoConsole),
                authority: workplace.pki.applicationAuthority, base: "https://\(facade.api)")
            let signIn = DemoSignIn(
                engine: console.engine, provider: try await identity.addresses(),
                client: workplace.pki.application(.dpoConsole), name: "dpo-console",
                authority: workplace.pki.sourceAuthority)
            let player = DemoPlayer(
                client: client, console: console, signIn: signIn, population: population,
                switches: simulated.switches,
                printer: printer)
            let life = DemoLife(
                client: client,
                signIn: DemoSignIn(
                    engine: client.engine, provider: try await identity.addresses(),
                    client: workplace.pki.application(.parkingSchaerbeek),
                    name: "parking-schaerbeek", authority: workplace.pki.sourceAuthority),
                population: population, printer: printer, cards: cards)
            var surprises = try await player.play()
            surprises += try await life.play(from: DemoScene.allCases.count + 1)
            await client.engine.shutdown()
            await console.engine.shutdown()
            if !once { printer.invite(facade, addresses, workplace) }
            return surprises
        }
    }

    /// Gives the household of the fifth check its two cards, and fills the register of enterprises.
    private func prepare(_ installation: Installation, _ population: SourceSimulators.Population)
        async throws
    {
        let context = ConsultContext(
            caller: Caller(
                organisation: try EnterpriseNumber(parsing: "1990000134"),
                application: try ApplicationID(parsing: "parking-schaerbeek")),
            purpose: try PurposeID(parsing: "parking-cards"))
        let municipality = NISCode(Municipality.schaerbeek)
        let holders = [DemoCast.firstOfFullHousehold, .secondOfFullHousehold]
        for (index, role) in holders.enumerated() {
            let character = population.character(role)
            let household = await installation.gateway.householdPseudonyms(
                of: character.ssin, for: municipality, in: context)
            guard case .answered(let answer) = household, let plate = character.plate else {
                throw UsageError("the cards of the demo cannot be prepared")
            }
            try await installation.cards.giveCard(
                to: answer.fact, for: plate, in: municipality, on: installation.time.today(),
                number: UInt64(index))
        }
        try await DemoEnterprises.importInto(installation.replica, population, workplace.folder)
    }
}

extension SimulatedIdentityProvider.Configuration {
    /// For the sample applications, with the certificate of the simulated sources.
    init(identifyingFor pki: DevelopmentPKI) {
        self.init(
            certificateChain: pki.sourceServer.certificate,
            privateKey: pki.sourceServer.privateKey,
            clientAuthorities: [pki.applicationAuthority, pki.sourceAuthority])
        audience = DemoWorkplace.audience
    }
}
