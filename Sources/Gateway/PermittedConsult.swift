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
            gateway.observer?.sourceFailed(error, at: question.operation, asked: asked.id)
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

    private func record(_ drafts: [EntryDraft]) async throws(NoAnswer) -> [AppendedEntry] {
        do throws(LogFailure) {
            return try await gateway.log.append(drafts)
        } catch {
            gateway.observer?.notRecorded(error, of: id)
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
