/// The elements of which the pages are made. There is none that runs or fetches anything.
enum HTMLName: String {
    case html, head, title, body, main, header, footer, section, h1, h2, h3, h4, p, ul, ol, li, dl,
        dt,
        dd, div, strong, code, time

    /// Whether it stands within a line of text.
    var isInline: Bool {
        switch self {
        case .strong, .code, .time: true
        case .html, .head, .title, .body, .main, .header, .footer, .section, .h1, .h2, .h3, .h4, .p,
            .ul, .ol, .li, .dl, .dt, .dd, .div:
            false
        }
    }

    /// Whether its content begins on a line of its own.
    var isContainer: Bool {
        switch self {
        case .html, .head, .body, .main, .header, .footer, .section, .ul, .ol, .li, .dl, .div: true
        case .title, .h1, .h2, .h3, .h4, .p, .dt, .dd, .strong, .code, .time: false
        }
    }
}
