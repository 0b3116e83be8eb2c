extension ConsultLog {
    /// Reads what was stored, whoever wrote it.
    public nonisolated var reader: LogReader { LogReader(storage) }
}
