/// Reads the lines of a policy (C2SP tlog-policy).
struct PolicyParser {
    /// The witness or group of the quorum line; `nil` for `none`.
    struct Quorum {
        let name: [UInt8]?
    }

    private static let none = Array("none".utf8)
    private static let mostLines = 10_000

    private(set) var logs: [PolicyLog] = []
    private(set) var witnesses: [PolicyWitness] = []
    private(set) var groups: [PolicyGroup] = []
    private(set) var quorum: Quorum?
    private var defined: Set<[UInt8]> = []
    private var grouped: Set<[UInt8]> = []

    mutating func parse(_ bytes: [UInt8]) throws(PolicySyntaxFailure) {
        var lines = Lines(bytes)
        var number = 0
        while !lines.rest.isEmpty {
            number += 1
            guard number <= Self.mostLines, let line = lines.next() else {
                throw .line(number, .malformed)
            }
            do {
                try parse(line: line)
            } catch {
                throw .line(number, error)
            }
        }
    }

    private mutating func parse(line: ArraySlice<UInt8>) throws(PolicyLineFailure) {
        let isForbidden = { (byte: UInt8) in byte < 0x20 && byte != 0x09 || byte == 0x7F }
        guard !line.contains(where: isForbidden) else { throw .malformed }
        let words = line.split { $0 == 0x20 || $0 == 0x09 }
        guard let keyword = words.first, keyword.first != UInt8(ascii: "#") else { return }
        let rest = Array(words.dropFirst())
        switch String(decoding: keyword, as: UTF8.self) {
        case "log": try parseLog(rest)
        case "witness": try parseWitness(rest)
        case "group": try parseGroup(rest)
        case "quorum": try parseQuorum(rest)
        default: throw .malformed
        }
    }

    private mutating func parseLog(_ words: [ArraySlice<UInt8>]) throws(PolicyLineFailure) {
        guard (1...2).contains(words.count) else { throw .malformed }
        let key = try key(words[0], .ed25519)
        guard !logs.contains(where: { $0.key.publicKey == key.publicKey }) else {
            throw .repeatedKey
        }
        logs.append(PolicyLog(key: key, url: url(words.dropFirst())))
    }

    private mutating func parseWitness(_ words: [ArraySlice<UInt8>]) throws(PolicyLineFailure) {
        guard (2...3).contains(words.count) else { throw .malformed }
        let key = try key(words[1], .cosignature)
        guard !witnesses.contains(where: { $0.key.publicKey == key.publicKey }) else {
            throw .repeatedKey
        }
        let name = try define(words[0])
        witnesses.append(
            PolicyWitness(nameBytes: name, key: key, url: url(words.dropFirst(2))))
    }

    private mutating func parseGroup(_ words: [ArraySlice<UInt8>]) throws(PolicyLineFailure) {
        guard words.count >= 3 else { throw .malformed }
        let members = words[2...].map(Array.init)
        for member in members {
            guard defined.contains(member) else { throw .unknownName }
            guard grouped.insert(member).inserted else { throw .repeatedMember }
        }
        let threshold: UInt64
        switch String(decoding: words[1], as: UTF8.self) {
        case "any": threshold = 1
        case "all": threshold = UInt64(members.count)
        default:
            guard let number = Decimal.number(words[1]), number >= 1, number <= members.count
            else { throw .wrongThreshold }
            threshold = number
        }
        let name = try define(words[0])
        groups.append(PolicyGroup(name: name, threshold: Int(threshold), members: members))
    }

    private mutating func parseQuorum(_ words: [ArraySlice<UInt8>]) throws(PolicyLineFailure) {
        guard words.count == 1 else { throw .malformed }
        guard quorum == nil else { throw .secondQuorum }
        let name = Array(words[0])
        guard name == Self.none || defined.contains(name) else { throw .unknownName }
        quorum = Quorum(name: name == Self.none ? nil : name)
    }

    private mutating func define(_ word: ArraySlice<UInt8>) throws(PolicyLineFailure) -> [UInt8] {
        let name = Array(word)
        guard name != Self.none, defined.insert(name).inserted else { throw .repeatedName }
        return name
    }

    private func key(
        _ word: ArraySlice<UInt8>, _ algorithm: SignatureAlgorithm
    ) throws(PolicyLineFailure) -> VerifierKey {
        guard let text = String(validating: word, as: UTF8.self),
            let key = try? VerifierKey(parsing: text), key.algorithm == algorithm
        else { throw .wrongKey }
        return key
    }

    private func url(_ words: ArraySlice<ArraySlice<UInt8>>) -> String? {
        words.first.map { String(decoding: $0, as: UTF8.self) }
    }
}
