import Crypto
import Synchronization

/// What the simulated identity provider does now: its fault, its keys, and what it gave out.
public final class IdentitySwitches: Sendable {
    /// A key and its name.
    struct Key: Sendable {
        let name: String
        let key: P256.Signing.PrivateKey

        init(_ number: Int) {
            name = "simulated-\(number)"
            key = P256.Signing.PrivateKey()
        }
    }

    /// What a code of the authorisation endpoint stands for.
    struct Granted: Sendable {
        let official: SimulatedOfficial
        let client: String
        let redirect: String
        let scope: String
        let nonce: String?
        let challenge: String
    }

    private struct State: Sendable {
        var fault: IdentityFault?
        var keys = [Key(1)]
        var made = 1
        var codes: [String: Granted] = [:]
        var keySetRequests = 0
    }

    private let state = Mutex(State())

    public init() {}

    public var fault: IdentityFault? { state.withLock { $0.fault } }

    /// Lets the provider fail, or with `nil` do as it should.
    public func set(_ fault: IdentityFault?) { state.withLock { $0.fault = fault } }

    /// Signs with a new key from now on.
    ///
    /// - Parameter keeping: whether the key before is published for a while yet.
    public func rotate(keeping: Bool = true) {
        state.withLock { state in
            state.made += 1
            state.keys = [Key(state.made)] + (keeping ? Array(state.keys.prefix(1)) : [])
        }
    }

    /// How often the key set was fetched.
    public var keySetRequests: Int { state.withLock { $0.keySetRequests } }

    /// The keys that are published, the one that signs first.
    var keys: [Key] { state.withLock { $0.keys } }

    func countKeySet() { state.withLock { $0.keySetRequests += 1 } }

    func grant(_ granted: Granted, for code: String) {
        state.withLock { $0.codes[code] = granted }
    }

    /// What a code stands for; it is worth nothing afterwards (RFC 6749 §4.1.2).
    func redeem(_ code: String) -> Granted? {
        state.withLock { $0.codes.removeValue(forKey: code) }
    }
}
