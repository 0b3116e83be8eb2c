/// Collects the ports on which the servers listen, and tells them once all do.
actor OpenPorts {
    enum Door: Hashable, CaseIterable {
        case ksz, div, control
    }

    private var ports: [Door: Int] = [:]
    private var isClosed = false
    private var waiters: [CheckedContinuation<[Door: Int]?, Never>] = []

    func opened(_ door: Door, at port: Int) {
        ports[door] = port
        if ports.count == Door.allCases.count { resume(with: ports) }
    }

    /// No server will open any more.
    func close() {
        isClosed = true
        ports = [:]
        resume(with: nil)
    }

    /// Every port, or `nil` when the servers stopped first.
    func all() async -> [Door: Int]? {
        if isClosed { return nil }
        if ports.count == Door.allCases.count { return ports }
        return await withCheckedContinuation { waiters.append($0) }
    }

    private func resume(with ports: [Door: Int]?) {
        for waiter in waiters { waiter.resume(returning: ports) }
        waiters = []
    }
}
