import Foundation

/// The files of a folder and of the folders in it, which the operating system is to forget.
struct ColdFiles {
    private let paths: [String]

    init(in folder: String) throws {
        paths = try FileManager.default.subpathsOfDirectory(atPath: folder).map {
            folder + "/" + $0
        }
    }

    /// Drops what is cached of them; what was not written yet is written first.
    func forget() throws {
        for path in paths {
            let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
            guard file >= 0 else { continue }
            defer { close(file) }
            guard fdatasync(file) == 0 || errno == EINVAL else {
                throw BenchmarkFailure.wrongResult
            }
            posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED)
        }
    }
}
