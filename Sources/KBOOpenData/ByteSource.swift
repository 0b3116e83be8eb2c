/// Bytes that come in pieces.
protocol ByteSource: AnyObject {
    /// Appends the next bytes, a few hundred kilobytes at most, and returns how many; none at the
    /// end.
    func append(to buffer: inout [UInt8]) throws(KBOFailure) -> Int
}
