import Facts
import SourceSimulators

/// Measures the parts that need no network, one part per run, and prints one JSON object; the last three
/// only make what the other measurements need.
///
///     OnlyOnceBenchmarks access COUNT
///     OnlyOnceBenchmarks parking REGULATION.yaml
///     OnlyOnceBenchmarks log FOLDER ENTRIES
///     OnlyOnceBenchmarks search FOLDER ENTRIES
///     OnlyOnceBenchmarks fill FOLDER ENTRIES
///     OnlyOnceBenchmarks forget FOLDER
///     OnlyOnceBenchmarks person
///     OnlyOnceBenchmarks extract FILE.zip ENTERPRISES
///     OnlyOnceBenchmarks logFolder FOLDER ENTRIES
@main
enum Benchmarks {
    static func main() async throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        switch (arguments.first, arguments.count) {
        case ("access", 2):
            guard let count = Int(arguments[1]), count > 0 else { throw BenchmarkFailure.usage }
            try AccessBenchmark(count: count).run().print()
        case ("parking", 2):
            try ParkingBenchmark(regulation: arguments[1]).run().print()
        case ("log", 3):
            guard let count = Int(arguments[2]), count >= 1000 else {
                throw BenchmarkFailure.usage
            }
            try await LogBenchmark(folder: arguments[1], count: count).run().print()
        case ("search", 3):
            guard let count = Int(arguments[2]), count >= 1000 else {
                throw BenchmarkFailure.usage
            }
            var search = SearchBenchmark(folder: arguments[1], count: count)
            try await search.run().print()
        case ("fill", 3):
            guard let count = Int(arguments[2]), count >= 1000 else {
                throw BenchmarkFailure.usage
            }
            try await SearchBenchmark(folder: arguments[1], count: count).fill()
        case ("forget", 2):
            try ColdFiles(in: arguments[1]).forget()
        case ("person", 1):
            // Somebody whom the simulated Crossroads Bank knows; nobody has that number.
            print(Population(seed: Population.demoSeed, size: 100).character(.granted).ssin.digits)
        case ("extract", 3):
            guard let count = Int(arguments[2]) else { throw BenchmarkFailure.usage }
            try ExtractWriting(path: arguments[1], enterprises: count).run()
        case ("logFolder", 3):
            guard let count = Int(arguments[2]) else { throw BenchmarkFailure.usage }
            try await LogFolderWriting(folder: arguments[1], entries: count).run()
        default:
            throw BenchmarkFailure.usage
        }
    }
}
