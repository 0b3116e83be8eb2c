/// Collects the ports on which the servers listen, and tells them once all do.
actor OpenPorts<Door: Hashable & CaseIterable & Sendable> {
    private var ports: [Door: Int] = [:]
    private var failure: SimulationFailure?
    private var waiters: [CheckedContinuation<Result<[Door: Int], SimulationFailure>, Never>] = []

    func opened(_ door: Door, at port: Int) {
        ports[door] = port
        if ports.count == Door.allCases.count { resume(with: .success(ports)) }
    }

    /// No server will open any more.
    func close(because failure: SimulationFailure = .notListening) {
        self.failure = failure
        ports = [:]
        resume(with: .failure(failure))
    }

    /// Every port.
    ///
    /// - Throws: what ended the servers, when they stopped first.
    func all() async throws(SimulationFailure) -> [Door: Int] {
        if let failure { throw failure }
        if ports.count == Door.allCases.count { return ports }
        return try await withCheckedContinuation { waiters.append($0) }.get()
    }

    private func resume(with outcome: Result<[Door: Int], SimulationFailure>) {
        for waiter in waiters { waiter.resume(returning: outcome) }
        waiters = []
    }
}
