import ArgumentParser
import CanonicalJSON
import LogSearch

/// In which form hits are written.
enum SearchFormat: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
    case csv
    case logboek

    /// What stands before the first hit.
    var header: String? {
        switch self {
        case .csv: CSVExport.header
        case .text, .json, .logboek: nil
        }
    }

    /// One hit with the end of its line.
    func line(_ hit: SearchHit) -> String {
        let record = HitRecord(hit)
        switch self {
        case .csv: return CSVExport.line(record)
        // What was parsed from the log can be written again.
        case .json: return (try? JSONLinesExport.line(record)) ?? ""
        case .logboek: return (try? LogboekExport.line(hit)) ?? ""
        case .text:
            let cells = HitRecord.names.compactMap { name -> String? in
                switch record[name] {
                case .string(let text): name == "entryId" ? nil : text
                case .integer(let number): String(number)
                case .array(let elements) where !elements.isEmpty:
                    elements.compactMap(\.string).joined(separator: ",")
                case .array, .bool, .number, .object, .null, nil: nil
                }
            }
            return cells.joined(separator: "  ") + "\n"
        }
    }
}
