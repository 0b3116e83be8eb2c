import Foundation

/// One CSV file of an extract, written in pieces so that its size costs no memory.
struct ExtractFile {
    private let handle: FileHandle
    private var buffer: [UInt8] = []

    /// Creates the file with its header.
    init(path: String, columns: [String]) throws(SimulationFailure) {
        guard FileManager.default.createFile(atPath: path, contents: nil),
            let handle = FileHandle(forWritingAtPath: path)
        else { throw .notWritable }
        self.handle = handle
        buffer.reserveCapacity(1 << 17)
        try row(columns.map { .text($0) })
    }

    mutating func row(_ fields: [ExtractField]) throws(SimulationFailure) {
        for (index, field) in fields.enumerated() {
            if index > 0 { buffer.append(UInt8(ascii: ",")) }
            field.append(to: &buffer)
        }
        buffer.append(UInt8(ascii: "\n"))
        if buffer.count >= 1 << 16 { try flush() }
    }

    /// Writes what is left and closes the file.
    mutating func finish() throws(SimulationFailure) {
        try flush()
        do { try handle.close() } catch { throw .notWritable }
    }

    private mutating func flush() throws(SimulationFailure) {
        do { try handle.write(contentsOf: buffer) } catch { throw .notWritable }
        buffer.removeAll(keepingCapacity: true)
    }
}
