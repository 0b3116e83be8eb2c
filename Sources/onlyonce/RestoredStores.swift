import Foundation
import SQLiteStorage

/// The stores beside the log, as a backup puts them back.
///
/// One that is there, is whole and came as far as the backup stays as it is: what has ended since
/// must not come back. Everything that can fail is done before the first file is in its place.
struct RestoredStores {
    private struct Draft {
        let store: BackupStore
        let place: String
        let file: String
    }
    private static let suffix = ".restored"

    private let backup: BackupFolder
    private let directory: DataDirectory
    /// Where the authorisations are, when not in the data directory.
    private let rights: String?
    private var drafts: [Draft] = []
    private var kept: [BackupStore] = []

    init(from backup: BackupFolder, in directory: DataDirectory, rights: String?) {
        self.backup = backup
        self.directory = directory
        self.rights = rights
    }

    /// Copies what is to be put back beside its place.
    ///
    /// - Throws: ``UsageError`` when a copy is not what was written; nothing is left then.
    mutating func prepare(_ manifest: BackupManifest) async throws(UsageError) {
        for copy in manifest.stores {
            let store = copy.store
            let place = (store == .rights ? rights : nil) ?? directory.path(of: store.file)
            let draft = Draft(store: store, place: place, file: place + Self.suffix)
            remove(draft.file)
            drafts.append(draft)
            do throws(UsageError) {
                let backup = backup
                try await explainedLater { () async throws(BackupFailure) in
                    try await backup.copyStore(copy, to: draft.file)
                }
            } catch {
                discard()
                throw error
            }
            guard let there = await BackupFolder.progress(of: store, at: place),
                there >= (await BackupFolder.progress(of: store, at: draft.file) ?? 0)
            else { continue }
            remove(draft.file)
            drafts.removeLast()
            kept.append(store)
        }
    }

    /// What stands in the way of those that are put back.
    var replaced: [String] { drafts.map(\.place).filter(Self.isThere) }

    /// Puts them in their places, where nothing is.
    func put() throws {
        for draft in drafts {
            try FileManager.default.moveItem(atPath: draft.file, toPath: draft.place)
            // The reader that was open last leaves an empty WAL and its index.
            remove(draft.file)
        }
    }

    /// Removes what was prepared.
    func discard() { for draft in drafts { remove(draft.file) } }

    var text: String {
        var text = ""
        if !drafts.isEmpty { text += " Put back too: \(Self.names(drafts.map(\.store)))." }
        if !kept.isEmpty {
            text += " As far as the backup or further, so they stay: \(Self.names(kept))."
        }
        return text
    }

    private static func names(_ stores: [BackupStore]) -> String {
        stores.map(\.rawValue).joined(separator: ", ")
    }

    private static func isThere(_ database: String) -> Bool {
        EarlierLog.parts.contains { FileManager.default.fileExists(atPath: database + $0) }
    }

    private func remove(_ database: String) {
        for suffix in EarlierLog.parts {
            try? FileManager.default.removeItem(atPath: database + suffix)
        }
    }
}
