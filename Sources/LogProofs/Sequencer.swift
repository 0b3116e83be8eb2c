import ConsultLog
import TransparencyLogs

/// Gives the durable entries of a log their indices, and grows the tree over them.
///
/// It never stands between an answer and its caller: entries are durable before it sees them, and
/// after a pause of any length it takes what came meanwhile. One entry costs the same at any size.
/// There is one for a log at a time: when a second one begins, the first stops at its next step.
public actor Sequencer {
    /// How many entries one step takes at most: so long do appends wait for its transaction.
    public static let largestStep = 512

    /// How far the tree has grown.
    public private(set) var head: TreeHead
    private let storage: any TreeStorage
    private var builder: TreeBuilder
    /// A step of which nobody knows yet whether it was stored.
    private var doubtful: (head: TreeHead, builder: TreeBuilder)?
    private var stopped: SequencingFailure?
    /// The step that was begun last. Steps follow each other, whoever asks for them.
    private var latest: Task<Result<Int, SequencingFailure>, Never>?

    /// Takes the log, once everything that was given away of it is still so.
    ///
    /// - Parameter known: checkpoints that were given away, already verified.
    /// - Throws: ``SequencingFailure/shortened(tree:checkpoint:_:)`` or
    ///   ``SequencingFailure/forked(at:_:)`` when the log is not what it was; nothing was written
    ///   then.
    public init(
        _ storage: any TreeStorage, after known: [KnownCheckpoint]
    ) async throws(SequencingFailure) {
        let found = try await Self.stored { () throws(StorageFailure) in try await storage.head() }
        let tree = StoredTree(storage, size: found.size)
        for checkpoint in known { try await checkpoint.check(against: tree) }
        builder = try await tree.builder(root: found.root)
        let taken = try await Self.stored { () throws(StorageFailure) in
            try await storage.beginSequencing()
        }
        // Between the look and the taking another one may have advanced.
        guard taken.size == found.size, taken.root == found.root else { throw .superseded }
        head = taken
        self.storage = storage
    }

    /// Takes one step, and returns how many entries got an index: 0 when none waits.
    ///
    /// - Throws: ``SequencingFailure``. Unless it is final, another step may go well.
    public func step(limit: Int = largestStep) async throws(SequencingFailure) -> Int {
        let previous = latest
        // It outlives a caller that is cancelled: a step that was begun is brought to its end.
        let step = Task {
            _ = await previous?.value
            return await take(limit)
        }
        latest = step
        return try await step.value.get()
    }

    /// Takes steps until no entry waits that was durable when it began; returns how many entries
    /// got an index.
    public func catchUp() async throws(SequencingFailure) -> Int {
        var count = 0
        while true {
            let taken = try await step()
            count += taken
            if taken < Self.largestStep { return count }
        }
    }

    private func take(_ limit: Int) async -> Result<Int, SequencingFailure> {
        if let stopped { return .failure(stopped) }
        do throws(SequencingFailure) {
            return .success(try await grow(by: limit))
        } catch {
            if error.isFinal { stopped = error }
            return .failure(error)
        }
    }

    private func grow(by limit: Int) async throws(SequencingFailure) -> Int {
        let storage = storage
        try await settle()
        let entries = try await Self.stored { () throws(StorageFailure) in
            try await storage.unsequenced(limit: limit)
        }
        guard !entries.isEmpty else { return 0 }
        var grown = builder
        for entry in entries { grown.append(.leaf(entry.bytes)) }
        let tiles = grown.takeTiles()
        let next = TreeHead(size: grown.size, root: grown.root, epoch: head.epoch)
        let step = TreeAdvance(
            old: head, new: next, tickets: entries.map(\.ticket), tiles: tiles)
        doubtful = (next, grown)
        let outcome: AdvanceOutcome
        do throws(StorageFailure) {
            outcome = try await storage.advance(step)
        } catch .unknownOutcome {
            try await settle()
            return head == next ? entries.count : 0
        } catch {
            doubtful = nil
            throw .storage(error)
        }
        doubtful = nil
        switch outcome {
        case .advanced:
            builder = grown
            head = next
            return entries.count
        case .superseded: throw .superseded
        }
    }

    /// Looks what became of a step that nobody knows the end of.
    private func settle() async throws(SequencingFailure) {
        guard let doubtful else { return }
        let storage = storage
        let stored = try await Self.stored { () throws(StorageFailure) in
            try await storage.head()
        }
        self.doubtful = nil
        if stored == doubtful.head {
            head = stored
            builder = doubtful.builder
        } else if stored != head {
            throw .superseded
        }
    }

    private static func stored<Value>(
        _ work: () async throws(StorageFailure) -> Value
    ) async throws(SequencingFailure) -> Value {
        do throws(StorageFailure) {
            return try await work()
        } catch {
            throw .storage(error)
        }
    }
}
