import Facts
import Gateway
import XMLDocuments

/// Reading the small types that the register's schema builds everything from. A failure names the
/// place of the element in the file, never what stood there.
extension XMLElement {
    /// Returns the child that the schema demands.
    ///
    /// Validation has seen it already; a schema of the operator's own could be laxer.
    func required(_ name: String, in place: @autoclosure () -> String) throws(SourceFailure)
        -> XMLElement
    {
        guard let child = first(name) else {
            let place = place()
            throw .unintelligible(
                .outsideSchema(element: place.isEmpty ? name : "\(place)/\(name)"))
        }
        return child
    }

    /// Reads this element as a code with an optional label.
    func coded(in place: @autoclosure () -> String) throws(SourceFailure) -> CodedValue {
        let code = try required("Code", in: place()).text
        guard !code.isEmpty else {
            throw .unintelligible(.unexpectedValue(element: "\(place())/Code"))
        }
        let label = self["Label"]
        return CodedValue(code: code, label: label?.isEmpty == true ? nil : label)
    }

    /// Reads the demanded child of this name as a code with an optional label.
    func coded(_ name: String, in place: @autoclosure () -> String) throws(SourceFailure)
        -> CodedValue
    {
        try required(name, in: place()).coded(in: "\(place())/\(name)")
    }

    /// Reads the date of this entry; `nil` when the register does not know it.
    func date(
        _ name: String = "Date", in place: @autoclosure () -> String
    ) throws(SourceFailure) -> IncompleteDate? {
        guard let date = first(name) else { return nil }
        return try IncompleteDate.registered(date, in: "\(place())/\(name)")
    }

    /// Reads the number of another person of whom this entry speaks.
    func relatedNumber(in place: @autoclosure () -> String) throws(SourceFailure) -> SSIN? {
        guard let number = first("NationalNumber") else { return nil }
        let text = try number.required("NationalNumber", in: "\(place())/NationalNumber").text
        guard let ssin = try? SSIN(parsing: text) else {
            throw .unintelligible(
                .unexpectedValue(element: "\(place())/NationalNumber/NationalNumber"))
        }
        return ssin
    }
}
