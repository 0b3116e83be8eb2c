import ConsultLog
import LogSearch
import SQLiteStorage
import Synchronization

/// A folder in which every step fails from a certain one on, or so many of them.
final class CrashingFolder: SegmentStorage {
    private let folder: SearchIndexFolder
    private let left: Mutex<Int>
    private let failures: Mutex<Int>

    init(_ folder: SearchIndexFolder, after steps: Int, times: Int = .max) {
        self.folder = folder
        left = Mutex(steps)
        failures = Mutex(times)
    }

    func step() throws(IndexFailure) {
        let isOver = left.withLock { left in
            left -= 1
            return left < 0
        }
        guard isOver else { return }
        let fails = failures.withLock { failures in
            failures -= 1
            return failures >= 0
        }
        if fails { throw .notWritten(.diskFull) }
    }

    func names() throws(IndexFailure) -> [SegmentName] { try folder.names() }

    func open(_ name: SegmentName) throws(IndexFailure) -> any BlockSource {
        try folder.open(name)
    }

    func begin(_ name: SegmentName) throws(IndexFailure) -> any SegmentDraft {
        try step()
        return Draft(try folder.begin(name), of: self)
    }

    func remove(_ names: [SegmentName]) throws(IndexFailure) {
        for name in names {
            try step()
            try folder.remove([name])
        }
    }

    private struct Draft: SegmentDraft {
        let draft: any SegmentDraft
        let folder: CrashingFolder
        private let blocks = Blocks()

        /// Not every block is a step, or there would be thousands.
        private final class Blocks { var count = 0 }

        init(_ draft: any SegmentDraft, of folder: CrashingFolder) {
            self.draft = draft
            self.folder = folder
        }

        func append(_ block: [UInt64]) throws(IndexFailure) {
            blocks.count += 1
            if blocks.count % 32 == 0 { try folder.step() }
            try draft.append(block)
        }

        func keep() throws(IndexFailure) {
            try folder.step()
            try draft.keep()
        }
    }
}
