import Foundation

/// What a serving command says on standard output once it listens; written at once, because others
/// wait for it.
enum Announcement {
    static func write(_ text: String) {
        FileHandle.standardOutput.write(Data((text + "\n").utf8))
    }
}
