import GRDB

/// Changes a database behind everybody's back.
enum Damage {
    static func run(_ statement: String, in path: String) async throws {
        let queue = try DatabaseQueue(path: path)
        try await queue.write { try $0.execute(sql: statement) }
        try queue.close()
    }
}
