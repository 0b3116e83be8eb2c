import Testing

@Suite("habits of the house")
struct HabitTests {
    /// In two parts each, so that this file does not hold what it looks for.
    private let forbidden = [
        "tr" + "y!", "a" + "s!", "fatal" + "Error(", "@unchecked" + " Sendable", "TO" + "DO",
    ]

    private func files() throws -> [SourceFile] {
        try SourceFile.all(under: "Sources") + SourceFile.all(under: "Tests")
    }

    @Test("no file breaks off, forces or postpones")
    func forcesNothing() throws {
        for file in try files() {
            for (number, line) in file.lines.enumerated() {
                let found = forbidden.filter { line.holdsWord($0) }
                #expect(found.isEmpty, "\(file.path):\(number + 1) has \(found)")
            }
        }
    }

    @Test("no file is longer than 400 lines")
    func staysShort() throws {
        for file in try files() {
            let count = file.lines.count - (file.lines.last == "" ? 1 : 0)
            #expect(count <= 400, "\(file.path) has \(count) lines")
        }
    }

    @Test("a construct is found as a word, not as the end of another")
    func findsWords() {
        #expect("let x = tr".appending("y! load()").holdsWord("tr" + "y!"))
        #expect("x a".appending("s! Y").holdsWord("a" + "s!"))
        #expect(!"it ha".appending("s! ended").holdsWord("a" + "s!"))
    }
}

extension StringProtocol {
    /// Whether `word` stands in it with no letter right before.
    fileprivate func holdsWord(_ word: String) -> Bool {
        var rest = self[...]
        while let range = rest.firstRange(of: word) {
            if range.lowerBound == startIndex || !self[index(before: range.lowerBound)].isLetter {
                return true
            }
            rest = rest[range.upperBound...]
        }
        return false
    }

    fileprivate func appending(_ rest: String) -> String { String(self) + rest }
}
