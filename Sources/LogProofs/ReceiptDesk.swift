public import ConsultLog
import TransparencyLogs

/// Gives receipts of consults out, and records each one in the log before it does.
public struct ReceiptDesk: Sendable {
    private let log: ConsultLog
    private let entries: any ConsultLogStorage
    private let tree: any TreeStorage
    private let checkpoints: CheckpointKeeper
    private let maker: ReceiptMaker

    /// - Parameters:
    ///   - log: takes the record of each receipt.
    ///   - entries: where the log's entries are stored.
    ///   - tree: the tree over them.
    ///   - checkpoints: signed ones of that tree.
    public init(
        _ log: ConsultLog, keys: DataKeys, entries: any ConsultLogStorage, tree: any TreeStorage,
        checkpoints: CheckpointKeeper
    ) {
        self.log = log
        self.entries = entries
        self.tree = tree
        self.checkpoints = checkpoints
        maker = ReceiptMaker(keys: keys)
    }

    /// Returns the receipt of a consult. That it was given, by whose hand, and what it discloses is
    /// durable in the log then.
    ///
    /// The caller has checked that the consult is the asker's own, or that it may hand it over.
    ///
    /// - Parameters:
    ///   - official: who asked for it.
    ///   - application: whose application asked; `nil` for a command on the machine itself.
    /// - Throws: ``ReceiptMakingFailure``.
    public func receipt(
        of consult: ConsultID, official: OfficialID?,
        application: ReceiptApplication? = nil
    ) async throws(ReceiptMakingFailure) -> Receipt {
        try await receipt(
            of: consult, try await entries(of: consult), official, application)
    }

    /// Returns the receipt of a consult to the application that asked for it. To every other one
    /// the consult is unknown, in whatever state it is.
    ///
    /// That it was given is durable in the log then.
    ///
    /// - Throws: ``ReceiptMakingFailure``.
    public func receipt(
        of consult: ConsultID, toItsAsker asker: ReceiptApplication
    ) async throws(ReceiptMakingFailure) -> Receipt {
        let entries: [Entry]
        do throws(ReceiptMakingFailure) {
            entries = try await self.entries(of: consult)
        } catch .retired {
            // Nobody can say any more whose it was.
            throw .unknown
        }
        guard entries.contains(where: asker.asked) else { throw .unknown }
        return try await receipt(of: consult, entries, nil, asker)
    }

    private func receipt(
        of consult: ConsultID, _ entries: [Entry], _ official: OfficialID?,
        _ application: ReceiptApplication?
    ) async throws(ReceiptMakingFailure) -> Receipt {
        let proven = try ReceiptMaker.proven(of: entries)
        guard let checkpoint = await checkpoints.shown(.auditors) else { throw .notSequenced }
        let size = checkpoint.unverified.size
        let stored = StoredTree(tree, size: size)
        var items: [(entry: Entry, proof: InclusionProof)] = []
        for entry in proven {
            guard let index = try await index(of: entry), index < size else {
                throw .notSequenced
            }
            do throws(SequencingFailure) {
                items.append((entry, try await stored.inclusionProof(of: index)))
            } catch .storage {
                throw .unreachable
            } catch {
                throw .damaged(index: index)
            }
        }
        items.sort { $0.proof.index < $1.proof.index }
        let receipt = try maker.receipt(items, checkpoint: checkpoint)
        try await record(receipt, official, application)
        return receipt
    }

    private func entries(of consult: ConsultID) async throws(ReceiptMakingFailure) -> [Entry] {
        let stored: [StoredEntry]
        do throws(StorageFailure) {
            stored = try await entries.entries(of: consult)
        } catch {
            throw .unreachable
        }
        guard stored.allSatisfy({ !$0.bytes.isEmpty }) else { throw .retired }
        return try stored.map { entry throws(ReceiptMakingFailure) in
            do throws(EntryFailure) {
                return try Entry(parsing: entry.bytes)
            } catch {
                throw .unreadable(entry.position)
            }
        }
    }

    private func index(of entry: Entry) async throws(ReceiptMakingFailure) -> UInt64? {
        do throws(StorageFailure) {
            return try await tree.index(of: entry.id, in: entry.consult)
        } catch {
            throw .unreachable
        }
    }

    private func record(
        _ receipt: Receipt, _ official: OfficialID?, _ application: ReceiptApplication?
    ) async throws(ReceiptMakingFailure) {
        let fields = Set(receipt.entries.flatMap(\.disclosures).map(\.value.field))
        let audited = Audited(
            action: .receipt, fields: fields, consult: receipt.consult,
            organisation: application?.organisation, application: application?.id)
        do throws(LogFailure) {
            _ = try await log.append(
                EntryDraft(
                    consult: log.newConsult(), body: .audited(audited),
                    confidences: Confidences(official: official)))
        } catch {
            throw .notRecorded(error)
        }
    }
}
