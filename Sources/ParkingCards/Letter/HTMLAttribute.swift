import Facts

/// The attributes of which the pages make use. None of them takes an address or a script.
enum HTMLAttribute {
    case language(Language)
    case style(StaticString)
    case id(StaticString)
    /// The element with this id is the name of the section.
    case labelledBy(StaticString)
    /// A word for programs that read the page.
    case data(StaticString, String)
    case dateTime(String)

    var name: String {
        switch self {
        case .language: "lang"
        case .style: "class"
        case .id: "id"
        case .labelledBy: "aria-labelledby"
        case .data(let name, _): "data-\(name)"
        case .dateTime: "datetime"
        }
    }

    var value: String {
        switch self {
        case .language(let language): language.rawValue
        case .style(let word), .id(let word), .labelledBy(let word): "\(word)"
        case .data(_, let value), .dateTime(let value): value
        }
    }
}
