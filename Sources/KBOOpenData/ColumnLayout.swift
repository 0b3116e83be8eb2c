/// A column of a published file.
struct ColumnLayout {
    enum Kind {
        /// `9999.999.999` from 0 or 1.
        case enterprise
        /// `9.999.999.999` from 2 to 8.
        case establishment
        /// `9.999.999.999` from 9.
        case branch
        /// The number of an enterprise, an establishment unit or a branch.
        case entity
        /// `dd-mm-yyyy`, without quotes.
        case date
        /// A text that is always there.
        case code
        /// A text that may be absent.
        case text
    }

    let name: String
    let kind: Kind

    init(_ name: String, _ kind: Kind) {
        self.name = name
        self.kind = kind
    }
}
