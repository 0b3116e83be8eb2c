public import ConsultLog
public import Facts

/// What the index keeps of every entry, so that a search need not read it: when it was made, of
/// which kind it is and to which group it belongs. 64 bits.
public struct EntryMark: Hashable, Sendable {
    /// 44 bits of milliseconds, 4 bits for the kind, 16 for the group.
    let bits: UInt64

    init(bits: UInt64) { self.bits = bits }

    /// Where there is no entry any more, or none that is searched for.
    static let none = EntryMark(bits: 0)

    public init(_ time: Timestamp, _ kind: EntryKind, group: UInt16) {
        let milliseconds = UInt64(clamping: time.milliseconds)
        bits = min(milliseconds, 1 << 44 - 1) << 20 | UInt64(kind.code) << 16 | UInt64(group)
    }

    var isNone: Bool { bits & 0xF0000 == 0 }
    public var time: Timestamp { Timestamp(milliseconds: Int64(bits >> 20)) }
    var kindCode: UInt8 { UInt8(bits >> 16 & 0xF) }
    public var group: UInt16 { UInt16(truncatingIfNeeded: bits) }

    func regrouped(_ group: UInt16) -> EntryMark {
        isNone ? .none : EntryMark(bits: bits & ~0xFFFF | UInt64(group))
    }
}

extension EntryKind {
    /// 1 to 15; the numbers stand in files and are never given out again.
    var code: UInt8 {
        switch self {
        case .asked: 1
        case .answered: 2
        case .refused: 3
        case .interrupted: 4
        case .audited: 5
        case .keyRetired: 6
        case .holdChanged: 7
        case .continued: 8
        case .keyRotated: 9
        case .rightChanged: 10
        case .referenceChanged: 12
        case .officialChanged: 13
        case .delegationChanged: 14
        }
    }
}
