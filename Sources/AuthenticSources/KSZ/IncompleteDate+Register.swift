import Facts
import Gateway
import XMLDocuments

extension IncompleteDate {
    /// Reads a date of the register: `Century`, `Year`, `Month` and `Day`, each of which may be
    /// absent.
    ///
    /// Without a century or a year nothing is known. `1900-00-01` and `2000-00-01` are the
    /// register's notation for a date of which nothing is known (royal decree of 8 February 1991).
    /// - Throws: ``SourceFailure`` when the parts form no date.
    static func registered(
        _ element: XMLElement, in place: @autoclosure () -> String
    ) throws(SourceFailure) -> IncompleteDate? {
        switch parts(of: element) {
        case .unknown: return nil
        case .date(let date): return date
        case .noDate: throw .unintelligible(.unexpectedValue(element: place()))
        }
    }

    /// Reads a date that the schema allows to be fictitious: parts that form no date are unknown.
    static func registeredOrFictitious(_ element: XMLElement) -> IncompleteDate? {
        guard case .date(let date) = parts(of: element) else { return nil }
        return date
    }

    private enum Parts {
        case unknown
        case date(IncompleteDate)
        case noDate
    }

    private static func parts(of element: XMLElement) -> Parts {
        guard let century = element["Century"], let year = element["Year"] else { return .unknown }
        guard let century = twoDigits(century), let year = twoDigits(year) else { return .noDate }
        var month = 0
        var day = 0
        if let text = element["Month"] {
            guard let number = twoDigits(text) else { return .noDate }
            month = number
        }
        if let text = element["Day"] {
            guard let number = twoDigits(text) else { return .noDate }
            day = number
        }
        if month == 0 && day == 1 && year == 0 { return .unknown }
        let date = IncompleteDate(year: century * 100 + year, month: month, day: day)
        return date.map(Parts.date) ?? .noDate
    }

    private static func twoDigits(_ text: String) -> Int? {
        let digits = text.utf8
        guard digits.count == 2, digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
}
