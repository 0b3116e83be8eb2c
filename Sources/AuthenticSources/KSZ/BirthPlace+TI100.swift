import Facts
import Gateway
import XMLDocuments

extension BirthPlace {
    /// Reads the place of birth of a file: a place by its code, or a country with free text.
    init?(_ file: RegisterFile) throws(SourceFailure) {
        let place = RegisterPart.birthPlace.place
        guard let entry = file.open(.birthPlace).first else { return nil }
        if let coded = entry.first("Place1") {
            self.init(place: try coded.coded(in: "\(place)/Place1"), text: nil)
        } else {
            let written = try entry.required("Place2", in: place)
            let text = written["Graphic"]
            self.init(
                place: try written.coded("Country", in: "\(place)/Place2"),
                text: text?.isEmpty == true ? nil : text)
        }
    }
}
