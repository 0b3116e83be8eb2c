// What becomes of intents whose outcome could not be written.
extension ConsultLog {
    func remember(_ intents: [OpenIntent]) { openIntents += intents }

    /// Closes the intents of this run of which the outcome could not be written, as `interrupted`:
    /// their callers got nothing, and they count as consulted. Called now and then while the log is
    /// in use, it leaves none open for longer than writing fails.
    ///
    /// What became of a doubtful write is looked up first, by the name of its entry.
    ///
    /// - Returns: how many it closed; 0 when the log still does not write, and later it may.
    public func closeOpenIntents() async -> Int {
        guard refusal == nil, !openIntents.isEmpty, !isClosingIntents else { return 0 }
        isClosingIntents = true
        defer { isClosingIntents = false }
        var settled: Set<EntryID> = []
        var drafts: [EntryDraft] = []
        for intent in openIntents {
            guard let isOpen = await isOpen(intent) else { continue }
            settled.insert(intent.asked.id)
            if isOpen { drafts.append(intent.interrupted) }
        }
        do throws(LogFailure) {
            _ = try await append(drafts)
        } catch {
            return 0
        }
        openIntents.removeAll { settled.contains($0.asked.id) }
        return drafts.count
    }

    /// Whether an intent stands in the log without an outcome; `nil` when nobody can say now.
    private func isOpen(_ intent: OpenIntent) async -> Bool? {
        do throws(StorageFailure) {
            switch intent.doubt {
            case .none: return true
            case .intent: return try await storage.contains(intent.asked.id, of: intent.consult)
            case .outcome(let id): return try await !storage.contains(id, of: intent.consult)
            }
        } catch {
            return nil
        }
    }
}
