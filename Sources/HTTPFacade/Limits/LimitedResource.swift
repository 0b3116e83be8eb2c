/// What a limit is set on: the label under which those are counted that met it.
enum LimitedResource: String, Hashable, Sendable, CaseIterable {
    case requestsPerSecond
    case concurrentConsults
    case body
    case batch
}
