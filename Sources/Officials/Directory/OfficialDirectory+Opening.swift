import ConsultLog
import Facts

// How a directory is begun, and found again.
extension OfficialDirectory {
    /// Compares the secret with the one with which the directory was begun, and notes it where
    /// nobody did yet. To be called before anybody is looked up.
    ///
    /// - Parameter isKnownToLog: whether the consult log knows officials; asked for a directory
    ///   that begins only. Then an earlier one was lost, and whoever is not entered in this one
    ///   counts as having left.
    /// - Throws: ``OfficialsFailure/otherSecret``, and whatever keeps it from being read.
    public func begin(
        isKnownToLog: () async throws(OfficialsFailure) -> Bool
    ) async throws(OfficialsFailure) {
        let noted = try await storage.origin()
        let origin: DirectoryOrigin
        if let noted {
            origin = noted
        } else {
            try await look().get()
            let (isEmpty, sample) = try await current { snapshot in
                (snapshot.revision == 0, snapshot.officials.values.first { !$0.box.isEmpty })
            }
            // A directory from before secrets were noted shows by its records which one it has.
            if let sample, (try? key.open(sample)) == nil { throw .otherSecret }
            let isLost = isEmpty ? try await isKnownToLog() : false
            origin = try await storage.note(DirectoryOrigin(check: key.check, isRebuilt: isLost))
        }
        guard origin.check == key.check else { throw .otherSecret }
        revise { $0.isRebuilt = origin.isRebuilt }
        try await look().get()
    }
}
