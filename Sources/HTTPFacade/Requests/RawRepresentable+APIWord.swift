extension RawRepresentable<String> {
    /// The word in the API, where codes are lower camel case.
    var apiWord: String {
        let parts = rawValue.split(separator: "_")
        return parts.dropFirst().reduce(parts.first.map(String.init) ?? "") {
            $0 + $1.prefix(1).uppercased() + $1.dropFirst()
        }
    }
}
