import AccessRights
import ConsultLog

/// Where a route stands: a whole path, or one of which a part varies.
///
/// Log lines and metrics name a route by its template; what stood in the place of the part is
/// nobody's business there.
enum RoutePath: Hashable, Sendable, ExpressibleByStringLiteral {
    case whole(String)
    /// The name of a consult, a UUID, stands as one segment between these.
    case consult(before: String, after: String)
    /// The name of a log, 64 hexadecimal digits, stands as one segment between these.
    case log(before: String, after: String)
    /// The name of an authorisation stands as one segment before this.
    case authorisation(after: String)
    /// A UUID of version 7, of which this is the name, stands as one segment between these.
    case named(String, before: String, after: String)
    /// Whatever stands behind this, slashes and all, is a place in the tiled log.
    case tile(under: String)

    private static let authorisations = "/v1/authorisations/"

    init(stringLiteral path: String) { self = .whole(path) }

    /// The path as the contract writes it.
    var template: String {
        switch self {
        case .whole(let path): path
        case .consult(let before, let after): before + "{consultId}" + after
        case .log(let before, let after): before + "{log}" + after
        case .authorisation(let after): Self.authorisations + "{authorisationId}" + after
        case .named(let name, let before, let after): before + "{\(name)}" + after
        case .tile(let before): before + "{tile}"
        }
    }

    /// What stands in the place of the part that varies, nothing where none does; `nil` when the
    /// path is another.
    func part(of path: String) -> String? {
        switch self {
        case .whole(let whole): return path == whole ? "" : nil
        case .consult(let before, let after), .named(_, let before, let after):
            guard let part = Self.between(before, after, in: path), UUIDv7(parsing: part) != nil
            else { return nil }
            return part
        case .log(let before, let after):
            guard let part = Self.between(before, after, in: path), part.utf8.count == 64,
                part.utf8.allSatisfy({ $0 != UInt8(ascii: "/") })
            else { return nil }
            return part
        case .authorisation(let after):
            guard let part = Self.between(Self.authorisations, after, in: path),
                (try? AuthorisationID(parsing: part)) != nil
            else { return nil }
            return part
        case .tile(let before): return Self.between(before, "", in: path)
        }
    }

    /// By bytes: characters that join with a neighbour must not hide a slash.
    private static func between(_ before: String, _ after: String, in path: String) -> String? {
        let (all, before, after) = (Array(path.utf8), Array(before.utf8), Array(after.utf8))
        guard all.count > before.count + after.count, all.starts(with: before),
            all.suffix(after.count).elementsEqual(after)
        else { return nil }
        return String(decoding: all[before.count..<(all.count - after.count)], as: UTF8.self)
    }
}
