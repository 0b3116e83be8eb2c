/// Files that belong together, and what is done with them when they change.
struct FollowedFiles: Sendable {
    /// The key of the configuration: the label in metrics.
    let name: String
    let paths: [String]
    /// Reads the files and puts what they say in force; it may block. What it throws says what to
    /// mend, and then everything stays as it was.
    let take: @Sendable () throws(UsageError) -> Void
}
