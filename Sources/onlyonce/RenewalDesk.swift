import AccessRights
import CanonicalJSON
import ConsultLog
import Facts
import Gateway
import HTTPFacade
import ParkingCards

/// The renewal runs that a gateway does for commands, one at a time.
actor RenewalDesk {
    private enum State {
        case idle
        case running(fraction: Double)
        case done(RenewalReport)
        case failed(String)
    }
    private let office: CardOffice
    private let regulations: [NISCode: Regulation]
    private let applications: ApplicationRegister
    private var state = State.idle

    init(
        _ office: CardOffice, regulations: [NISCode: Regulation], applications: ApplicationRegister
    ) {
        self.office = office
        self.regulations = regulations
        self.applications = applications
    }

    nonisolated var routes: [ControlRoute] {
        [
            ControlRoute(.post, "/parking/renewals") { await self.start($0) },
            ControlRoute(.get, "/parking/renewals/current") { _ in await self.current() },
        ]
    }

    /// Begins a run; the asker follows it with ``current()``.
    func start(_ request: ControlRequest) -> ControlReply {
        if case .running = state {
            return ControlReply(status: 409, ["detail": "another renewal run is under way"])
        }
        let run: RenewalRun
        do throws(UsageError) {
            run = try renewalRun(request.body ?? [:])
        } catch {
            return ControlReply(status: 400, ["detail": .string(error.description)])
        }
        state = .running(fraction: 0)
        // It outlives the request: the command asks how far it is.
        Task {
            do throws(CardFailure) {
                let report = try await run.run { fraction in
                    Task { await self.advance(to: fraction) }
                }
                finish(.done(report))
            } catch {
                finish(.failed(Self.words(for: error)))
            }
        }
        return current()
    }

    func current() -> ControlReply {
        switch state {
        case .idle: ControlReply(["state": "idle"])
        case .running(let fraction):
            ControlReply(["state": "running", "fraction": .number(fraction)])
        case .done(let report): ControlReply(["state": "done", "report": report.json])
        case .failed(let failure): ControlReply(["state": "failed", "failure": .string(failure)])
        }
    }

    /// The run that an order describes.
    nonisolated func renewalRun(_ order: JSONValue) throws(UsageError) -> RenewalRun {
        guard let code = order["municipality"]?.string.flatMap({ try? NISCode(parsing: $0) }),
            let day = order["expiringBefore"]?.string.flatMap({ try? CalendarDate(parsing: $0) }),
            (1900...2100).contains(day.year)
        else { throw UsageError("a renewal run names a municipality and a day, 2026-03-10") }
        guard let regulation = regulations[code] else {
            throw UsageError("no regulation of the municipality \(code.digits) is loaded")
        }
        guard
            let purpose = try? PurposeID(
                parsing: order["purpose"]?.string ?? "parking-cards")
        else { throw UsageError("the purpose is not well formed") }
        let deciding = applications.applications.filter {
            regulation.deciders.contains($0.organisation) && $0.roles.contains(.consumer)
        }
        let named = order["application"]?.string
        let callers = named.map { name in deciding.filter { $0.id.text == name } } ?? deciding
        guard callers.count == 1, let caller = callers.first else {
            throw UsageError(
                named == nil
                    ? "several applications or none decide for the municipality: name one with --application"
                    : "no such application decides for the municipality")
        }
        return RenewalRun(
            of: code, expiringBefore: day, by: office,
            in: ConsultContext(
                caller: Caller(organisation: caller.organisation, application: caller.id),
                purpose: purpose),
            isDry: order["dryRun"]?.bool ?? false)
    }

    static func words(for failure: CardFailure) -> String {
        switch failure {
        case .assessment(.unknownMunicipality): "no regulation of the municipality is loaded"
        case .unknownCard: "the application does not decide for the municipality"
        case .assessment, .refused, .noLetter, .anotherOrder, .unavailable:
            "the register of cards cannot be read now; run it again to go on"
        }
    }

    private func advance(to fraction: Double) {
        if case .running(let reached) = state {
            state = .running(fraction: max(reached, fraction))
        }
    }

    private func finish(_ outcome: State) { state = outcome }
}
