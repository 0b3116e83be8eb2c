import Facts
import Gateway
import XMLDocuments

extension PersonName {
    /// Reads a name (`NameType`): one or more parts of a last name, any number of first names.
    ///
    /// A first name that comes as a code alone has no words and is left out.
    init(registered name: XMLElement, in place: @autoclosure () -> String) throws(SourceFailure) {
        var lastNames: [String] = []
        for part in name.all("LastName") {
            lastNames.append(try part.required("Label", in: "\(place())/LastName").text)
        }
        guard !lastNames.isEmpty else {
            throw .unintelligible(.outsideSchema(element: "\(place())/LastName"))
        }
        self.init(
            lastName: lastNames.filter { !$0.isEmpty }.joined(separator: " "),
            firstNames: name.all("FirstName").compactMap { $0["Label"] }.filter { !$0.isEmpty })
    }

    /// Reads the present name of a file.
    init?(_ file: RegisterFile) throws(SourceFailure) {
        let place = RegisterPart.names.place
        guard let entry = try file.current(.names) else { return nil }
        try self.init(registered: entry.required("Name", in: place), in: "\(place)/Name")
    }
}
