/// Counts what an import has read, tells whoever wants to know, and looks whether it is still
/// wanted.
struct ImportProgress {
    /// How many rows go by between two reports.
    static let step = 16_384

    private var report: KBOProgress
    private var bytesOfEarlierFiles = 0
    private let flag: CancellationFlag
    private let tell: @Sendable (KBOProgress) -> Void

    init(_ builder: ReplicaBuilder, files: [String]) {
        flag = builder.flag
        tell = builder.progress
        report = KBOProgress(
            stage: .checking, rows: 0, bytes: 0, totalBytes: builder.archive.byteCount(files))
    }

    mutating func enter(_ stage: KBOProgress.Stage) throws(KBOFailure) {
        report.stage = stage
        try tellAndCheck()
    }

    mutating func advance(rows: Int, fileBytes: Int) throws(KBOFailure) {
        report.rows += rows
        report.bytes = bytesOfEarlierFiles + fileBytes
        try tellAndCheck()
    }

    mutating func finishFile(rows: Int, fileBytes: Int) throws(KBOFailure) {
        try advance(rows: rows, fileBytes: fileBytes)
        bytesOfEarlierFiles += fileBytes
    }

    private func tellAndCheck() throws(KBOFailure) {
        tell(report)
        try flag.check()
    }
}
