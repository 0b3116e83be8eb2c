import ArgumentParser
import CanonicalJSON
import Foundation

/// Which official a command is about.
struct OfficialOption: ParsableArguments {
    @Argument(
        help: "The official, as `list` names them; without it the name is read from the input.")
    var official: String?

    /// The member of an order that says so.
    func object() throws -> JSONObject {
        if let official { return ["official": .string(official)] }
        if isatty(STDIN_FILENO) == 1 {
            FileHandle.standardError.write(Data("The name of the official: ".utf8))
        }
        guard let name = readLine() else {
            throw ValidationError("the standard input ended before the name of the official")
        }
        return ["userName": .string(name)]
    }
}
