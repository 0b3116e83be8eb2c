/// Something that the person at the command line can mend; its text says what and how.
struct UsageError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
