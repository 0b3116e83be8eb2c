import Synchronization

/// A value that is replaced while others read it.
final class LiveValue<Value: Sendable>: Sendable {
    private let value: Mutex<Value>

    init(_ value: Value) { self.value = Mutex(value) }

    var current: Value { value.withLock { $0 } }

    func replace(by new: Value) { value.withLock { $0 = new } }
}
