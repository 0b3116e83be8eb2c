/// The authorities of the development set-up: whom the one trusts, the other does not.
enum AuthorityRole: Hashable, CaseIterable {
    /// The gateway's own server and the applications that call it.
    case applications
    /// The sources, and the gateway as their client.
    case sources
    /// Nobody trusts it.
    case foreign

    var commonName: String {
        switch self {
        case .applications: "OnlyOnce development CA"
        case .sources: "OnlyOnce development CA of the sources"
        case .foreign: "Foreign CA"
        }
    }

    /// The name of its file.
    var name: String {
        switch self {
        case .applications: "applications-ca"
        case .sources: "sources-ca"
        case .foreign: "foreign-ca"
        }
    }
}
