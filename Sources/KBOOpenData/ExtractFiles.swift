/// The files of one extract, wherever they lie.
protocol ExtractFiles {
    var names: [String] { get }
    /// The length of the file, decompressed.
    func byteCount(_ name: String) -> Int
    func open(_ name: String) throws(KBOFailure) -> any ByteSource
}
