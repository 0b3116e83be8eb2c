import Foundation

/// Where things are: the program that was built with the tests, and the project's own files.
enum Place {
    /// The program, next to the bundle of the tests.
    static var program: String {
        URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
            .appending(path: "onlyonce").path
    }

    /// The project's `Contracts`.
    static var contracts: String {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Contracts").path
    }
}
