import ConsultLog
import Facts
import Gateway
import ParkingCards

/// One value that came from the gateway to the engine: there is no other form.
enum Crossing: Hashable, Sendable {
    case answer(Bool)
    case gap(EvidenceGap)
    case consult(ConsultID)
    case time(Timestamp)
    case pseudonym(Pseudonym)
    /// A sector that the regulation named.
    case sector(SectorID)
    case day(CalendarDate)

    /// The content, byte for byte.
    var bytes: [UInt8] {
        switch self {
        case .answer(let answer): Array("\(answer)".utf8)
        case .gap(let gap): Array(gap.rawValue.utf8)
        case .consult(let consult): Array(consult.uuid.text.utf8)
        case .time(let time): Array("\(time.milliseconds)".utf8)
        case .pseudonym(let pseudonym): pseudonym.bytes
        case .sector(let sector): Array(sector.text.utf8)
        case .day(let day): Array(day.text.utf8)
        }
    }
}
