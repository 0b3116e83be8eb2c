public import AccessRights
public import ConsultLog

/// What is refused without a look-up.
extension Gateway {
    /// Why a wish is not allowed in this context, whoever it is about; `nil` when it is, be it for
    /// some subjects alone.
    ///
    /// - Throws: ``RightsUnknown`` when the rights cannot be known now.
    public func refusal(
        of wish: AccessRequest.Wish, in context: ConsultContext
    ) async throws(RightsUnknown) -> Refusal? {
        guard let rights = await rights() else {
            observer?.undecided()
            throw RightsUnknown()
        }
        switch rights.decide(context.request(for: wish), on: time.today()) {
        case .permitted, .conditional: return nil
        case .refused(let refusal): return refusal
        }
    }

    /// Refuses a wish for reasons that the rights do not know, and logs it as any refusal.
    ///
    /// - Returns: the consult that was refused.
    /// - Throws: ``ConsultLog/LogFailure`` when the refusal could not be made durable.
    public func refuse(
        _ wish: AccessRequest.Wish, about subject: Subject, in context: ConsultContext,
        because refusal: Refusal
    ) async throws(LogFailure) -> ConsultID {
        let id = log.newConsult()
        let entries = ConsultEntries.refused(refusal, wish, about: [subject], in: context, id)
        do throws(LogFailure) {
            _ = try await log.append(entries)
            return id
        } catch {
            observer?.notRecorded(error, of: id)
            throw error
        }
    }
}
