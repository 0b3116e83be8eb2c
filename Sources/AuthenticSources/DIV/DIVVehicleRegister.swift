import CanonicalJSON
public import Facts
public import Gateway

/// The vehicle register (DIV) by its JSON interface: `GET /v1/mobility/registrations` for the
/// vehicle and its registration, `/registrationsTitular` for the holder.
///
/// The contract puts the plate in the URL. Such a URL is never printed or logged.
public struct DIVVehicleRegister: VehicleRegister {
    private let transport: any SourceTransport
    private let base: String
    private let limits: JSONLimits
    private let today: @Sendable () -> CalendarDate
    /// Measures what is left of a deadline.
    private let clock: any Clock<Duration>

    init(
        transport: any SourceTransport, baseURL: String, limits: JSONLimits = .standard,
        clock: any Clock<Duration> = ContinuousClock(),
        today: @escaping @Sendable () -> CalendarDate
    ) {
        self.transport = transport
        base = baseURL.hasSuffix("/") ? String(baseURL.dropLast()) : baseURL
        self.limits = limits
        self.clock = clock
        self.today = today
    }

    /// A plate that has a registration and of which the register knows no holder is found, without
    /// a holder.
    public func registration(
        of plate: Plate, _ attributes: Set<AttributeID>,
        using capability: consuming ConsultCapability
    ) async throws(SourceFailure) -> SourceReply<VehicleRegistration> {
        let deadline = capability.deadline
        let ofVehicle = attributes.subtracting([.vehicleHolder])
        guard attributes.contains(.vehicleHolder) else {
            return try Self.reply(
                await ask(.registrations, plate, ofVehicle, within: deadline).get())
        }
        guard !ofVehicle.isEmpty else {
            return try Self.reply(await holder(of: plate, within: deadline))
        }
        // One permission and one plate: both are asked at once, within the one deadline.
        async let holder = ask(.registrationsTitular, plate, [.vehicleHolder], within: deadline)
        async let vehicle = ask(.registrations, plate, ofVehicle, within: deadline)
        guard var registration = try await vehicle.get() else { return SourceReply(.unknown) }
        registration.holder = try await holder.get()?.holder
        return SourceReply(.found(registration))
    }

    private static func reply(
        _ registration: VehicleRegistration?
    ) -> SourceReply<VehicleRegistration> {
        SourceReply(registration.map { .found($0) } ?? .unknown)
    }

    /// Asks for the holder alone.
    ///
    /// Of a plate without a known holder the resource says what it says of an unknown plate. Only
    /// then the other one is asked, for nothing but whether the plate is registered.
    private func holder(
        of plate: Plate, within deadline: Duration
    ) async throws(SourceFailure) -> VehicleRegistration? {
        var answer: Result<VehicleRegistration?, SourceFailure> = .success(nil)
        let spent = await clock.measure {
            answer = await ask(.registrationsTitular, plate, [.vehicleHolder], within: deadline)
        }
        if let registration = try answer.get() { return registration }
        guard spent < deadline else { throw .unavailable(.tooLate) }
        return try await ask(.registrations, plate, [], within: deadline - spent).get()
    }

    /// Asks one resource; `nil` is a plate of which it has nothing.
    private func ask(
        _ resource: DIVResource, _ plate: Plate, _ attributes: Set<AttributeID>,
        within deadline: Duration
    ) async -> Result<VehicleRegistration?, SourceFailure> {
        // A plate holds capitals and digits alone, so it needs no escaping in a URL.
        let url = "\(base)/\(resource.rawValue)?plateNr=\(plate.text)"
        let request = SourceRequest(
            .get, url, headers: [(name: "Accept", value: "application/json")])
        do throws(SourceFailure) {
            let response = try await transport.exchange(request, within: deadline)
            return .success(try read(response, resource, plate, attributes))
        } catch {
            return .failure(error)
        }
    }

    private func read(
        _ response: SourceResponse, _ resource: DIVResource, _ plate: Plate,
        _ attributes: Set<AttributeID>
    ) throws(SourceFailure) -> VehicleRegistration? {
        switch response.status {
        case 200:
            let answer = try DIVAnswer(
                parsing: response.body, of: resource, attributes, limits: limits)
            return try answer.present(plate, on: today())
        case 204: return nil
        default: throw SourceFailure(status: response.status)
        }
    }
}
