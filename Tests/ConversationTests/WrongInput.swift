import Testing

/// A request body with something wrong in it.
struct WrongInput: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let path: String
    let body: String
    let field: String?
    /// What must not come back.
    let value: String
}
