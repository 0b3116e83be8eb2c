/// A place in a YAML text; lines and columns count from one.
public struct YAMLPosition: Hashable, Sendable {
    public let line: Int
    /// Counted in Unicode scalars.
    public let column: Int

    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }
}
