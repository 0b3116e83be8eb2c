import Foundation
import TestSupport
import Testing
import TransparencyLogs

/// A log as it is published, in a folder of its own: the checkpoint, every tile, every bundle.
struct ExportedLog {
    let folder: TemporaryFolder
    let key: VerifierKey

    init(entries: [[UInt8]]) throws {
        folder = try TemporaryFolder()
        let signer = try Samples.signer()
        key = signer.verifier
        var builder = TreeBuilder()
        for entry in entries { builder.append(.leaf(entry)) }
        for tile in builder.takeTiles() { try write(.tile(tile.coordinate), tile.bytes) }
        for place in TreeShape(size: builder.size).entryBundles() {
            let first = Int(place.firstEntry)
            try write(
                .entries(place), EntryBundle(entries[first..<(first + place.width)]).bytes)
        }
        let checkpoint = Checkpoint(
            origin: LogOrigin(key.name), size: builder.size, root: builder.root)
        // A witness's line, too, which whoever does not know the witness has to pass over.
        let signed = try checkpoint.signed(by: signer)
            .adding([Samples.witness().sign(checkpoint, at: 1_479_740_400)])
        try write(.checkpoint, signed.bytes)
    }

    /// Flips one bit of a published file.
    func damage(_ resource: LogResource, at position: Int) throws {
        var bytes = Array(try Data(contentsOf: url(resource)))
        bytes[position] ^= 1
        try Data(bytes).write(to: url(resource))
    }

    private func write(_ resource: LogResource, _ bytes: [UInt8]) throws {
        let url = url(resource)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
    }

    private func url(_ resource: LogResource) -> URL {
        URL(filePath: folder.path).appending(path: resource.path)
    }
}
