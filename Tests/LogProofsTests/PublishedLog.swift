import LogProofs
import TransparencyLogs

/// What a log publishes, in memory, to be changed at will.
struct PublishedLog: LogSource {
    var resources: [String: [UInt8]] = [:]
    /// A path that cannot be fetched.
    var unreachable: String?
    let checkpoint: SignedCheckpoint
    let tiles: CollectedTiles

    init(_ entries: [[UInt8]], signer: NoteSigner) throws {
        var builder = TreeBuilder()
        for entry in entries { builder.append(.leaf(entry)) }
        var tiles = CollectedTiles()
        for tile in builder.takeTiles() {
            resources[tile.coordinate.path] = tile.bytes
            tiles.insert(tile)
        }
        let shape = TreeShape(size: builder.size)
        for bundle in shape.entryBundles() {
            let first = Int(bundle.firstEntry)
            resources[bundle.path] = try EntryBundle(entries[first..<first + bundle.width]).bytes
        }
        checkpoint = try Checkpoint(
            origin: LogOrigin(signer.verifier.name), size: builder.size, root: builder.root
        ).signed(by: signer)
        resources["checkpoint"] = checkpoint.bytes
        self.tiles = tiles
    }

    func bytes(of resource: LogResource) async throws(LogSourceFailure) -> [UInt8]? {
        if resource.path == unreachable { throw .unreachable }
        return resources[resource.path]
    }

    /// The same log with one bit of a resource changed.
    func flipping(_ path: String, byte: Int, bit: Int = 0) -> PublishedLog {
        var log = self
        log.resources[path]?[byte] ^= 1 << UInt8(bit)
        return log
    }

    /// The deviation that a verifier finds; `nil` when it finds none.
    func deviation(
        depth: LogVerifierDepth = .form, since older: SignedCheckpoint? = nil,
        publishes: LogVerifierEntries = .perhaps
    ) async throws -> LogDeviation? {
        do throws(LogVerifierFailure) {
            let verifier = LogVerifier(
                self, policy: TrustPolicy(logs: [try signerKey()]), depth: depth,
                publishes: publishes)
            _ = try await verifier.verify(since: older)
            return nil
        } catch .deviation(let deviation) {
            return deviation
        }
    }

    private func signerKey() throws(LogVerifierFailure) -> VerifierKey {
        guard let key = try? ProvenLog.signer().verifier else {
            throw .source(.unreadable, .checkpoint)
        }
        return key
    }
}
