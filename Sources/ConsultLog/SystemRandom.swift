#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The random bytes of the operating system, fetched in one call instead of eight bytes at a time:
/// an entry needs about ninety.
public struct SystemRandom: RandomSource {
    /// The most that one call gives (getentropy(3)).
    private static let largestCall = 256

    public init() {}

    public func bytes(_ count: Int) -> [UInt8] {
        unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, initialised in
            while initialised < count {
                let step = min(count - initialised, Self.largestCall)
                guard let start = buffer.baseAddress,
                    unsafe getentropy(start + initialised, step) == 0
                else { preconditionFailure("the operating system gives random bytes") }
                initialised += step
            }
        }
    }
}
