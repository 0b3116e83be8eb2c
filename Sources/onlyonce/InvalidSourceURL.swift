/// What is wrong with the URL of a source.
enum InvalidSourceURL: Error, Hashable, Sendable {
    case malformed
    case notHTTPS
    case withoutHost
    case withUser
    case withQuery
    case withFragment

    /// The end of the sentence "it must be …".
    var expected: String {
        switch self {
        case .malformed: "a URL of the form https://host:port/path"
        case .notHTTPS: "a URL that begins with https://"
        case .withoutHost: "a URL with a host"
        case .withUser: "a URL without user name and password"
        case .withQuery: "a URL without a query"
        case .withFragment: "a URL without a fragment"
        }
    }
}
