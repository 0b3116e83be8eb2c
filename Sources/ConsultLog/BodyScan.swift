import CanonicalJSON

/// Where the members of an entry's body stand by which the entry can be found.
struct BodyScan {
    typealias Unexpected = CanonicalScanner.Unexpected

    /// Where the hash and the box of a confidential field stand.
    struct Sealed {
        let hash: Range<Int>
        let box: Range<Int>
    }

    private(set) var asked: UUIDv7?
    private(set) var application: Range<Int>?
    private(set) var authorisation: Range<Int>?
    private(set) var key: Range<Int>?
    private(set) var organisation: Range<Int>?
    private(set) var outcome: Range<Int>?
    private(set) var purpose: Range<Int>?
    private(set) var retention: Range<Int>?
    private(set) var role: Range<Int>?
    private(set) var source: Range<Int>?
    private(set) var dossier: Sealed?
    private(set) var official: Sealed?
    private(set) var subject: Sealed?
    private var isBoxed = false

    /// Passes over the members of a body.
    init(_ scanner: inout CanonicalScanner, in bytes: Span<UInt8>) throws(Unexpected) {
        var last: Range<Int>?
        repeat {
            let name = try scanner.name(after: last, in: bytes)
            last = name
            try member(name, &scanner, in: bytes)
        } while scanner.skip(UInt8(ascii: ","), in: bytes)
    }

    /// Whether it has what a body of this kind is found by; of the kinds that are seldom none has.
    func suits(_ kind: EntryKind) -> Bool {
        guard isBoxed == (key != nil), retention != nil else { return false }
        let hasRequest = organisation != nil && application != nil && purpose != nil
        let isOutcome = asked != nil
        return switch kind {
        case .asked:
            hasRequest && authorisation != nil && source != nil && !isOutcome && outcome == nil
        case .refused: hasRequest && !isOutcome && outcome == nil
        case .answered: isOutcome && outcome != nil && role != nil && organisation == nil
        case .interrupted: isOutcome && outcome == nil && organisation == nil
        case .audited, .keyRetired, .keyRotated, .holdChanged, .continued, .rightChanged,
            .referenceChanged, .officialChanged, .delegationChanged:
            false
        }
    }

    private mutating func member(
        _ name: Range<Int>, _ scanner: inout CanonicalScanner, in bytes: Span<UInt8>
    ) throws(Unexpected) {
        if name.holds("application", in: bytes) {
            application = try scanner.string(in: bytes)
        } else if name.holds("asked", in: bytes) {
            try scanner.expect("{\"id\":", in: bytes)
            asked = try scanner.uuid(in: bytes)
            try scanner.expect(",\"leaf\":", in: bytes)
            _ = try scanner.string(in: bytes)
            try scanner.expect("}", in: bytes)
        } else if name.holds("authorisation", in: bytes) {
            try scanner.expect("{\"hash\":", in: bytes)
            _ = try scanner.string(in: bytes)
            try scanner.expect(",\"id\":", in: bytes)
            authorisation = try scanner.string(in: bytes)
            try scanner.expect("}", in: bytes)
        } else if name.holds("confidential", in: bytes) {
            try confidential(&scanner, in: bytes)
        } else if name.holds("key", in: bytes) {
            key = try scanner.string(in: bytes)
        } else if name.holds("organisation", in: bytes) {
            organisation = try scanner.string(in: bytes)
        } else if name.holds("outcome", in: bytes) {
            outcome = try scanner.string(in: bytes)
        } else if name.holds("purpose", in: bytes) {
            purpose = try scanner.string(in: bytes)
        } else if name.holds("retention", in: bytes) {
            retention = try scanner.string(in: bytes)
        } else if name.holds("role", in: bytes) {
            role = try scanner.string(in: bytes)
        } else if name.holds("source", in: bytes) {
            source = try scanner.string(in: bytes)
        } else {
            try scanner.value(in: bytes)
        }
    }

    private mutating func confidential(
        _ scanner: inout CanonicalScanner, in bytes: Span<UInt8>
    ) throws(Unexpected) {
        isBoxed = true
        try scanner.expect("{", in: bytes)
        var last: Range<Int>?
        repeat {
            let name = try scanner.name(after: last, in: bytes)
            last = name
            try scanner.expect("{\"box\":", in: bytes)
            let box = try scanner.string(in: bytes)
            try scanner.expect(",\"hash\":", in: bytes)
            let sealed = Sealed(hash: try scanner.string(in: bytes), box: box)
            try scanner.expect("}", in: bytes)
            if name.holds("dossier", in: bytes) {
                dossier = sealed
            } else if name.holds("official", in: bytes) {
                official = sealed
            } else if name.holds("subject", in: bytes) {
                subject = sealed
            }
        } while scanner.skip(UInt8(ascii: ","), in: bytes)
        try scanner.expect("}", in: bytes)
    }
}
