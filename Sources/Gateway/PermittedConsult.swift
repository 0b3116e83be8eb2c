import AccessRights
import ConsultLog
import Facts

/// A consult to which the rights said yes: it may look up, one subject after the other.
struct PermittedConsult: Sendable {
    let gateway: Gateway
    let id: ConsultID
    let context: ConsultContext
    let grant: Grant

    /// One look-up: the intent is durable before the source hears of it, and the outcome before
    /// anybody hears of the answer.
    ///
    /// - Parameters:
    ///   - ask: spends the capability at the source.
    ///   - keep: cuts what was found down; from there on the raw fact is gone.
    /// - Throws: ``NoAnswer/notRecorded`` when intent or outcome is not durable;
    ///   ``NoAnswer/failed(_:)`` when the source did not answer.
    func lookUp<Fact, Value>(
        _ question: Question,
        ask: (consuming ConsultCapability) async throws(SourceFailure) -> SourceReply<Fact>,
        keep: (Fact) -> Kept<Value>
    ) async throws(NoAnswer) -> Finding<Value> {
        let intent = ConsultEntries.asked(question, in: self)
        let asked = try await record([intent])[0]

        let capability = ConsultCapability(
            consult: id, asked: asked.id, legalContext: grant.purpose.legalContext,
            deadline: gateway.sources.deadline)
        let reply: SourceReply<Fact>
        do throws(SourceFailure) {
            reply = try await ask(capability)
        } catch {
            let outcome = ConsultEntries.failed(error, to: asked, question, in: self)
            _ = try await record(outcome)
            throw .failed(error)
        }

        let minimised: SourceReply<Kept<Value>> = reply.keeping(keep)

        let outcome = ConsultEntries.answered(minimised, to: asked, question, in: self)
        _ = try await record(outcome)

        return switch minimised.finding {
        case .found(let kept): .found(kept.value)
        case .replaced(let ssin): .replaced(by: ssin)
        case .unknown: .unknown
        }
    }

    /// Records a consult that never came to a look-up, because it stayed open whether the subject
    /// belongs to the population: an intent, and an outcome of the same kind as that of the check.
    func leaveOpen<Fact>(
        _ failure: SourceFailure, about subject: Subject
    ) async -> ConsultResult<Fact> {
        let question = Question(
            ordinal: 1, subject: subject, operation: .person,
            attributes: [.personManagingMunicipality])
        do throws(NoAnswer) {
            let asked = try await record([ConsultEntries.asked(question, in: self)])[0]
            _ = try await record(ConsultEntries.failed(failure, to: asked, question, in: self))
            return .failed(failure, id)
        } catch {
            return .notRecorded(id)
        }
    }

    private func record(_ drafts: [EntryDraft]) async throws(NoAnswer) -> [AppendedEntry] {
        do throws(LogFailure) {
            return try await gateway.log.append(drafts)
        } catch {
            throw .notRecorded
        }
    }
}

extension SourceReply {
    /// The same reply with what is kept of the fact.
    func keeping<Value>(_ keep: (Fact) -> Value) -> SourceReply<Value> {
        let kept: Finding<Value> =
            switch finding {
            case .found(let fact): .found(keep(fact))
            case .replaced(let ssin): .replaced(by: ssin)
            case .unknown: .unknown
            }
        return SourceReply<Value>(kept, ticket: ticket, received: received)
    }
}
