import Facts
import Gateway
import XMLDocuments

/// One person's file as the National Register gives it (`FileInfoType`): types of information in
/// any order.
///
/// A type can come several times. An entry with a `DelDate` has ended, whatever stands in it;
/// among the others the one with the latest `Date` is the present one, and of equal dates the
/// first in the file.
struct RegisterFile: Sendable {
    private let element: XMLElement

    init(_ element: XMLElement) { self.element = element }

    /// Every type of information in the file.
    var informationTypes: Set<InformationType> {
        Set(element.children.compactMap { InformationType(fileElement: $0.name) })
    }

    /// - Throws: ``SourceFailure`` when the file carries another number than `ssin`. It may carry
    ///   none.
    func check(isAbout ssin: SSIN) throws(SourceFailure) {
        guard let number = first(.nationalNumber) else { return }
        let inner = try number.required("NationalNumber", in: RegisterPart.nationalNumber.place)
        guard inner["NationalNumber"] == ssin.digits else {
            throw .unintelligible(.anotherSubject)
        }
    }

    /// Returns the entry of a type that the schema allows once, ended or not.
    func first(_ part: RegisterPart) -> XMLElement? { entries(part).first }

    /// Returns the entries that have not ended, in the order of the file.
    func open(_ part: RegisterPart) -> [XMLElement] {
        entries(part).filter { $0.first("DelDate") == nil }
    }

    /// Returns the present entry, or `nil` when there is none.
    func current(_ part: RegisterPart) throws(SourceFailure) -> XMLElement? {
        let open = open(part)
        guard var latest = open.first else { return nil }
        guard open.count > 1 else { return latest }
        var latestDate = try latest.date(in: part.place)
        for entry in open.dropFirst() {
            let date = try entry.date(in: part.place)
            if Self.isBefore(latestDate, date) { (latest, latestDate) = (entry, date) }
        }
        return latest
    }

    /// Whether the first date lies before the second; an unknown date lies before every other.
    static func isBefore(_ first: IncompleteDate?, _ second: IncompleteDate?) -> Bool {
        guard let second = second?.earliest else { return false }
        guard let first = first?.earliest else { return true }
        return first < second
    }

    private func entries(_ part: RegisterPart) -> [XMLElement] {
        guard let group = element.first(part.rawValue) else { return [] }
        guard let entry = part.entry else { return [group] }
        return group.all(entry)
    }
}
