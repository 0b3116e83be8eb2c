import AccessRights
import ConsultLog
import ConsultLogFakes
import Facts
import LogProofs
import Testing
import TransparencyLogs

/// Entries of consults as the gateway writes them, and what a log of any size of them publishes.
struct ProvenLog: Sendable {
    let entries: [Entry]
    let keys: DataKeys

    static let origin = "log.example/consults"

    /// A log of more than one bundle, made once for all tests.
    static let large = Task { try await ProvenLog(consults: 160) }

    static func signer(seed: UInt8 = 1) throws -> NoteSigner {
        let name = try #require(KeyName(origin))
        return try #require(NoteSigner(name: name, seed: Array(repeating: seed, count: 32)))
    }

    static func policy(seed: UInt8 = 1) throws -> TrustPolicy {
        TrustPolicy(logs: [try signer(seed: seed).verifier])
    }

    /// Consults that found somebody, listed others, were refused, or were interrupted.
    init(consults: Int, seed: UInt64 = 1) async throws {
        let storage = InMemoryConsultLogStorage()
        let bench = try await LogBench(storage, seed: seed)
        let samples = try LogSamples()
        for number in 0..<consults {
            let consult = bench.log.newConsult()
            let subject = Subject.person(try samples.person(number))
            if number % 5 == 4 {
                _ = try await bench.log.append([samples.refused(in: consult, [.outsidePopulation])])
                continue
            }
            let asked = try await bench.log.append([
                samples.asked(
                    in: consult, about: subject,
                    official: try OfficialID(parsing: "An Peeters"),
                    dossier: try DossierReference(parsing: "2026/\(number)"))
            ])
            var outcome = [samples.answered(asked[0], in: consult)]
            if number % 3 == 1 {
                outcome.append(
                    samples.answered(
                        asked[0], in: consult, role: .listed,
                        subject: .person(try samples.person(number + 1))))
            }
            _ = try await bench.log.append(outcome)
        }
        entries = try await bench.reader.entries(limit: 100_000).map(\.entry)
        keys = bench.keys
    }

    /// What the log publishes at a size.
    func published(_ size: Int, signer seed: UInt8 = 1) throws -> PublishedLog {
        try PublishedLog(entries.prefix(size).map(\.bytes), signer: try Self.signer(seed: seed))
    }

    /// The receipt of the consult of an entry.
    func receipt(of index: Int, in log: PublishedLog) throws -> Receipt {
        let consult = entries[index].consult
        let all = entries.prefix(Int(log.checkpoint.unverified.size))
        let proven = try ReceiptMaker.proven(of: all.filter { $0.consult == consult })
        let reader = TreeReader(log.tiles, size: log.checkpoint.unverified.size)
        let pairs = try proven.map { entry in
            let index = try #require(all.firstIndex(of: entry))
            return (entry, try reader.inclusionProof(of: UInt64(index), at: reader.size))
        }
        return try ReceiptMaker(keys: keys).receipt(pairs, checkpoint: log.checkpoint)
    }
}
