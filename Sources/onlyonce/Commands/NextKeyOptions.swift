import ArgumentParser
import CanonicalJSON
import Foundation

/// The key-encryption key that follows, where it cannot be made by the program itself.
struct NextKeyOptions: ParsableArguments {
    @Option(
        help: """
            The environment variable of this command that holds the new key-encryption key, where \
            the present one comes from the environment.
            """)
    var newKeyVariable: String?

    @Option(
        help: "The file of the new wrapped key, where a command unwraps it.",
        completion: .file())
    var newWrappedKey: String?

    /// The members of an order.
    func members() throws(UsageError) -> JSONObject {
        var members: JSONObject = [:]
        if let newKeyVariable {
            guard let key = ProcessInfo.processInfo.environment[newKeyVariable] else {
                throw UsageError("the environment variable \(newKeyVariable) is not set")
            }
            members["newKey"] = .string(key)
        }
        if let newWrappedKey {
            members["newWrappedKey"] = .string(URL(fileURLWithPath: newWrappedKey).path)
        }
        return members
    }
}
