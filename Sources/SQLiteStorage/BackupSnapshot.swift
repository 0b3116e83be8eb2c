import Foundation

/// The log and the stores beside it, held as they are at one moment. Everything here blocks.
///
/// They are held one after the other, and again when somebody wrote into one meanwhile. The
/// authorisations and the officials must not have changed between: a right that has ended in the log
/// of a backup has ended in its rights, and who has left there is nobody here. The others are written with every consult, so after a few times what was
/// held last is good: the log is held last of all, and knows of everything that they hold.
struct BackupSnapshot {
    private static let patience = 5
    private static let mostTimes = 50

    let log: HeldDatabase
    let stores: [(store: BackupStore, database: HeldDatabase)]

    /// - Parameter places: where the stores are; one that was never made is left out.
    init(log place: String, _ places: [(BackupStore, String)]) throws(BackupFailure) {
        log = try HeldDatabase(place)
        var stores: [(BackupStore, HeldDatabase)] = []
        do throws(BackupFailure) {
            for (store, place) in places where FileManager.default.fileExists(atPath: place) {
                stores.append((store, try HeldDatabase(place)))
            }
        } catch {
            for (_, database) in stores { database.close() }
            log.close()
            throw error
        }
        self.stores = stores
        do throws(BackupFailure) {
            try hold()
        } catch {
            close()
            throw error
        }
    }

    func close() {
        for (_, database) in stores { database.close() }
        log.close()
    }

    private func hold() throws(BackupFailure) {
        for time in 0..<Self.mostTimes {
            for (_, database) in stores { try database.hold() }
            try log.hold()
            var changed: Set<BackupStore> = []
            for (store, database) in stores where try !database.isUnchanged() {
                changed.insert(store)
            }
            if Self.isGood(changed: changed, time: time) { return }
        }
        throw .neverAtRest
    }

    /// Whether what was held is good although some were written meanwhile.
    static func isGood(changed: Set<BackupStore>, time: Int) -> Bool {
        changed.isEmpty
            || time >= patience && changed.isDisjoint(with: [.rights, .officials])
    }
}
