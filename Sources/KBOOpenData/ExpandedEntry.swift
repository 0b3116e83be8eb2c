import Dispatch
import ZIPArchives

/// The bytes of one entry of an archive, expanded on a thread of their own while the rows that
/// came before go into the replica.
final class ExpandedEntry: ByteSource {
    private static let pieceSize = 256 << 10

    private let pieces: PieceQueue

    init(archivePath: String, name: String) {
        let pieces = PieceQueue()
        self.pieces = pieces
        // It ends with the entry, or when `deinit` says that nobody wants the rest.
        DispatchQueue(label: "kbo-open-data.expand", qos: .utility).async {
            do throws(ZIPFailure) {
                let archive = try ZIPReader(path: archivePath)
                try archive.read(name, chunkSize: Self.pieceSize) { piece throws(ZIPFailure) in
                    guard pieces.put(piece) else { throw .damaged(name: name) }
                }
                pieces.finish(nil)
            } catch {
                pieces.finish(.unreadableArchive)
            }
        }
    }

    deinit { pieces.abandon() }

    /// Ends only when the checksum of the whole entry is known to be right.
    func append(to buffer: inout [UInt8]) throws(KBOFailure) -> Int {
        guard let piece = try pieces.take() else { return 0 }
        buffer += piece
        return piece.count
    }
}
