/// What an examination found.
struct Finding: Hashable, Sendable {
    enum Standing: String, Hashable, Sendable {
        case good = "ok"
        /// Somebody should look, and nothing is wrong yet.
        case warning
        /// Something is wrong, or will be within thirty days.
        case problem
    }

    let standing: Standing
    /// What was examined: a key of the configuration, where there is one.
    let subject: String
    let text: String

    init(_ standing: Standing, _ subject: String, _ text: String) {
        self.standing = standing
        self.subject = subject
        self.text = text
    }

    /// One line; what a document has to say of itself may take more, which are indented.
    var line: String {
        let text = text.split(separator: "\n").joined(separator: "\n         ")
        let word = standing.rawValue
        return word + String(repeating: " ", count: 9 - word.count) + "\(subject): \(text)"
    }
}
