import AccessRights
import ConsultLog

extension Gateway {
    /// The flow of one consult: decides, then takes the steps that the right permits.
    ///
    /// - Parameters:
    ///   - subjects: everybody and everything that is asked about; the right must hold for each.
    ///   - steps: the look-ups; each records its intent and its outcome.
    func consult<Fact>(
        _ wish: AccessRequest.Wish, about subjects: [Subject], in context: ConsultContext,
        _ steps: (PermittedConsult) async throws(NoAnswer) -> Fact
    ) async -> ConsultResult<Fact> {
        let id = log.newConsult()
        let grant: Grant
        let reservation: QuotaReservation?
        switch await decide(wish, about: subjects, in: context) {
        case .granted(let granted, let reserved):
            (grant, reservation) = (granted, reserved)
        case .refused(let refusal):
            return await refuse(refusal, wish, about: subjects, in: context, id)
        case .undetermined(let failure):
            let refusal = Refusal(reasons: [.populationUndetermined])
            switch await refuse(refusal, wish, about: subjects, in: context, id)
                as ConsultResult<Fact>
            {
            // To the caller a silence is no refusal, though nobody was asked in its name.
            case .refused: return .failed(failure, id)
            case let unrecorded: return unrecorded
            }
        case .notRecorded:
            return .notRecorded(id)
        case .undecided:
            observer?.undecided()
            return .undecided(id)
        }
        do throws(NoAnswer) {
            let consult = PermittedConsult(gateway: self, id: id, context: context, grant: grant)
            let fact = try await steps(consult)
            return .answered(Answer(consult: id, fact: fact, asOf: time.now()))
        } catch {
            switch error {
            case .notRecorded:
                await release(reservation)
                return .notRecorded(id)
            case .failed(let failure):
                await release(reservation)
                return .failed(failure, id)
            case .notFound: return .notFound(id)
            }
        }
    }

    /// Gives back what was counted for a request to which nothing was given. Where that is not
    /// possible it stays counted: never is more given than the quota.
    func release(_ reservation: QuotaReservation?) async {
        guard let reservation else { return }
        try? await quotas?.release(reservation)
    }

    /// Records a refusal, once for each subject; what cannot be recorded is not even refused.
    func refuse<Fact>(
        _ refusal: Refusal, _ wish: AccessRequest.Wish, about subjects: [Subject],
        in context: ConsultContext, _ id: ConsultID
    ) async -> ConsultResult<Fact> {
        let entries = ConsultEntries.refused(refusal, wish, about: subjects, in: context, id)
        do throws(LogFailure) {
            _ = try await log.append(entries)
            return .refused(refusal, id)
        } catch {
            observer?.notRecorded(error, of: id)
            return .notRecorded(id)
        }
    }
}
