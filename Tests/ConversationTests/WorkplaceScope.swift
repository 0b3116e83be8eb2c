import Testing

/// Opens the workplace once for all conversations, and closes it behind them.
struct WorkplaceScope: SuiteTrait, TestScoping {
    let isRecursive = false

    func provideScope(
        for test: Test, testCase: Test.Case?,
        performing conversations: @Sendable () async throws -> Void
    ) async throws {
        let workplace = try await Workplace.open()
        let outcome: Result<Void, any Error>
        do {
            outcome = .success(
                try await Workplace.$current.withValue(workplace) { try await conversations() })
        } catch {
            outcome = .failure(error)
        }
        await workplace.close()
        try outcome.get()
    }
}
