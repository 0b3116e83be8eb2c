import CoreMetrics
import HTTPTypes

/// The routes of one listener, by path.
struct RouteTable: Sendable {
    /// A route, and what is counted of it.
    struct Entry: Sendable {
        let route: Route
        let metrics: RouteMetrics
    }

    enum Match: Sendable {
        /// A route, and what stands in the part of its path that varies.
        case found(Entry, part: String)
        case wrongMethod(allowed: [HTTPRequest.Method])
        case unknownPath
    }

    private let entries: [RoutePath: [Entry]]
    /// The paths of which a part varies: few, and looked at when no whole path is meant.
    private let varying: [RoutePath]

    /// Makes the table. Two routes with one path and method are a programmer error.
    init(_ routes: [Route], metrics: any MetricsFactory) {
        var entries: [RoutePath: [Entry]] = [:]
        for route in routes {
            let others = entries[route.path, default: []]
            precondition(
                !others.contains { $0.route.method == route.method }, "a route stands there twice")
            let counted = RouteMetrics(
                method: route.method.rawValue, route: route.path.template, factory: metrics)
            entries[route.path] = others + [Entry(route: route, metrics: counted)]
        }
        self.entries = entries
        varying = entries.keys.filter { path in
            switch path {
            case .whole: false
            case .consult, .log, .authorisation, .named, .tile: true
            }
        }
    }

    /// Looks up what a request asks for; the query is not part of it.
    func match(_ request: HTTPRequest) -> Match {
        guard let target = request.path else { return .unknownPath }
        let path = target.utf8.firstIndex(of: UInt8(ascii: "?")).map { String(target[..<$0]) }
        guard let (found, part) = routes(at: path ?? target) else { return .unknownPath }
        guard let entry = found.first(where: { $0.route.method == request.method }) else {
            return .wrongMethod(allowed: found.map(\.route.method))
        }
        return .found(entry, part: part)
    }

    private func routes(at path: String) -> ([Entry], part: String)? {
        if let found = entries[.whole(path)] { return (found, "") }
        for candidate in varying {
            if let part = candidate.part(of: path), let found = entries[candidate] {
                return (found, part)
            }
        }
        return nil
    }
}
