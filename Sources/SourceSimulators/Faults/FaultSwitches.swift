import Synchronization

/// The faults that the simulated sources show now, and how often each source was asked.
///
/// Shared by the servers and whoever switches: a test directly, another process by the control
/// port.
public final class FaultSwitches: Sendable {
    private struct State {
        var faults: [SimulatedSource: Fault] = [:]
        var requests: [SimulatedSource: Int] = [:]
        var generator: SplitMix
    }
    private let state: Mutex<State>

    /// - Parameter seed: decides which requests a fault with a probability hits.
    public init(seed: UInt64 = 1) { state = Mutex(State(generator: SplitMix(seed: seed))) }

    /// Lets a source fail until it is cleared. A fault that the source cannot have is ignored.
    public func set(_ fault: Fault, for source: SimulatedSource) {
        guard fault.fits(source) else { return }
        state.withLock { $0.faults[source] = fault }
    }

    /// Lets a source answer as it should.
    public func clear(_ source: SimulatedSource) {
        state.withLock { _ = $0.faults.removeValue(forKey: source) }
    }

    public func fault(of source: SimulatedSource) -> Fault? {
        state.withLock { $0.faults[source] }
    }

    /// How many requests a source received since the start or the last reset, failed ones included.
    public func requests(to source: SimulatedSource) -> Int {
        state.withLock { $0.requests[source, default: 0] }
    }

    /// Counts from zero again.
    public func resetRequests() {
        state.withLock { $0.requests = [:] }
    }

    /// Counts a request and draws the fault that hits it.
    func register(_ source: SimulatedSource) -> Fault? {
        state.withLock { state in
            state.requests[source, default: 0] += 1
            guard let fault = state.faults[source] else { return nil }
            guard fault.probability < 1 else { return fault }
            let draw = Double(state.generator.next() >> 11) / Double(1 << 53)
            return draw < fault.probability ? fault : nil
        }
    }
}
