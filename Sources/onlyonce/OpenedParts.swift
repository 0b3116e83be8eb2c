/// What was opened so far and must be closed again, the last first.
struct OpenedParts: Sendable {
    private var closings: [@Sendable () async -> Void] = []

    mutating func add(closing: @escaping @Sendable () async -> Void) { closings.append(closing) }

    func close() async {
        for closing in closings.reversed() { await closing() }
    }
}
