import Testing

@testable import onlyonce

struct FileWatchTests {
    private func reads(_ looks: [Int]) -> [Bool] {
        var watch = FileWatch<Int>()
        return looks.map { watch.isToBeRead($0) }
    }

    @Test("a file is read at the first look, and then once for each change")
    func changes() {
        #expect(reads([1, 1, 1]) == [true, false, false])
        #expect(reads([1, 2, 2, 2]) == [true, false, true, false])
    }

    @Test("a file that could not be used is read at each look until it can")
    func owed() {
        var watch = FileWatch<Int>()
        var reads: [Bool] = []
        for isUsed in [false, false, true, true] {
            reads.append(watch.isToBeRead(1))
            if !isUsed { watch.couldNotUse() }
        }
        #expect(reads == [true, true, true, false])
    }

    @Test("a file that still changes is not read")
    func holdsStill() {
        #expect(reads([1, 2, 3, 4, 4]) == [true, false, false, false, true])
        // What came back to what was read is not read again.
        #expect(reads([1, 2, 1, 1]) == [true, false, false, false])
    }
}
