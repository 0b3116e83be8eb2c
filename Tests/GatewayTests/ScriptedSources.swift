import ConsultLog
import ConsultLogFakes
import Facts
import Gateway
import Synchronization

/// The four sources. They answer by a script, drop nothing, and note what they were asked.
final class ScriptedSources: Sendable {
    private let script: SourceScript
    private let storage: InMemoryConsultLogStorage
    private let noted = Mutex<[SourceCall]>([])

    init(_ script: SourceScript, storage: InMemoryConsultLogStorage) {
        self.script = script
        self.storage = storage
    }

    /// What they were asked, in order.
    var calls: [SourceCall] { noted.withLock { $0 } }

    private func answer<Fact>(
        _ finding: Finding<Fact>?, to operation: SourceOperation, _ subject: Subject,
        _ attributes: Set<AttributeID>, _ capability: consuming ConsultCapability
    ) async throws(SourceFailure) -> SourceReply<Fact> {
        let isDurable = try? await storage.contains(capability.asked, of: capability.consult)
        let call = SourceCall(
            operation: operation, subject: subject, attributes: attributes,
            asked: capability.asked, legalContext: capability.legalContext,
            deadline: capability.deadline, intentWasDurable: isDurable == true)
        noted.withLock { $0.append(call) }
        if let fault = script.logFault { await storage.fail(fault) }
        if script.blindsLog { await storage.setBlind(true) }
        if let failure = script.failures[operation] { throw failure }
        if case .person(let ssin) = subject, let failure = script.silent[ssin] { throw failure }
        return SourceReply(
            finding ?? .unknown, ticket: script.ticket, received: script.received)
    }
}

extension ScriptedSources: NationalRegister {
    func person(
        _ ssin: SSIN, _ attributes: Set<AttributeID>, using capability: consuming ConsultCapability
    ) async throws(SourceFailure) -> SourceReply<Person> {
        try await answer(script.persons[ssin], to: .person, .person(ssin), attributes, capability)
    }

    func householdHead(
        of ssin: SSIN, using capability: consuming ConsultCapability
    ) async throws(SourceFailure) -> SourceReply<HouseholdHead> {
        try await answer(script.heads[ssin], to: .householdHead, .person(ssin), [], capability)
    }

    func householdMembers(
        ofHead ssin: SSIN, using capability: consuming ConsultCapability
    ) async throws(SourceFailure) -> SourceReply<Household> {
        try await answer(
            script.households[ssin], to: .householdMembers, .person(ssin), [], capability)
    }
}

extension ScriptedSources: DrivingLicenceRegister {
    func licences(
        of ssin: SSIN, _ attributes: Set<AttributeID>,
        using capability: consuming ConsultCapability
    ) async throws(SourceFailure) -> SourceReply<[DrivingLicence]> {
        try await answer(
            script.licences[ssin], to: .drivingLicences, .person(ssin), attributes, capability)
    }
}

extension ScriptedSources: VehicleRegister {
    func registration(
        of plate: Plate, _ attributes: Set<AttributeID>,
        using capability: consuming ConsultCapability
    ) async throws(SourceFailure) -> SourceReply<VehicleRegistration> {
        try await answer(
            script.vehicles[plate], to: .vehicleRegistration, .vehicle(plate), attributes,
            capability)
    }
}

extension ScriptedSources: EnterpriseRegister {
    func enterprise(
        _ number: EnterpriseNumber, _ attributes: Set<AttributeID>,
        using capability: consuming ConsultCapability
    ) async throws(SourceFailure) -> SourceReply<Enterprise> {
        try await answer(
            script.enterprises[number], to: .enterprise, .enterprise(number), attributes,
            capability)
    }
}
