/// A piece of an HTML page. Whatever text goes into it is escaped when it is written: there is no
/// way to put markup in as text.
indirect enum HTMLNode {
    case text(String)
    case element(HTMLName, [HTMLAttribute], [HTMLNode])
    /// What stands in every page as it is; it comes from the source code alone.
    case fixed(StaticString)

    static func element(_ name: HTMLName, _ children: [HTMLNode]) -> HTMLNode {
        .element(name, [], children)
    }

    static func element(_ name: HTMLName, _ text: String) -> HTMLNode {
        .element(name, [], [.text(text)])
    }
}
