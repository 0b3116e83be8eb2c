import LogProofs
import SQLiteStorage
import TransparencyLogs

/// The private key of a witness, in its file.
enum WitnessKey {
    /// - Throws: ``UsageError`` when there is none, or one that others can read.
    static func read(_ configuration: WitnessConfiguration) throws(UsageError) -> Cosigner {
        let seed = try explained { () throws(KeyFileFailure) in
            try SecretFile.read(configuration.key)
        }
        guard let cosigner = Cosigner(name: configuration.name, seed: seed) else {
            throw UsageError("the key file \(configuration.key) holds no key")
        }
        return cosigner
    }
}
