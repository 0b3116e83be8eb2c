import Facts

/// Names that sound invented, because they are.
enum NameBook {
    static let lastNames = [
        "Testard", "Fictijn", "Verzonnen", "Imaginois", "Proefmans", "Exemplaire", "Schijnaert",
        "Modelaer", "Inventois", "Dummeleer", "Voorbeeldt", "Factice", "Simulaert", "Blancpage",
        "Papierman", "Maquette", "Nergens", "Nullepart", "Ooitwaer", "Jadis", "Van Nietgenoemd",
        "De Verdichte", "Sansnom", "Vandenbroecke-Fictief", "Ébauche", "Ølempty",
    ]
    static let maleNames = [
        "Anselme", "Bavo", "Cyrille", "Dirk", "Évariste", "Floris", "Gaspard", "Hubert", "Isidore",
        "Joris", "Karel", "Léopold", "Maarten", "Nestor", "Olivier", "Pieter-Jan", "Quentin",
    ]
    static let femaleNames = [
        "Adèle", "Bieke", "Clémence", "Dorothea", "Élise", "Femke", "Godelieve", "Hortense",
        "Ine", "Joséphine", "Katrien", "Lieselot", "Mathilde", "Noémie", "Ophélie", "Paulien",
    ]
    private static let streets = [
        LocalizedText(nl: "Voorbeeldstraat", fr: "Rue de l'Exemple"),
        LocalizedText(nl: "Proeflaan", fr: "Avenue de l'Essai"),
        LocalizedText(nl: "Papierenplein", fr: "Place du Papier"),
        LocalizedText(nl: "Nergenssteenweg", fr: "Chaussée de Nulle Part"),
        LocalizedText(nl: "Verzinselstraat", fr: "Rue de l'Invention"),
        LocalizedText(nl: "Droomkaai", fr: "Quai du Songe"),
        LocalizedText(nl: "Schaduwlaan", fr: "Avenue de l'Ombre"),
        LocalizedText(nl: "Inktpotstraat", fr: "Rue de l'Encrier"),
    ]
    /// Where people go who leave the Region.
    static let elsewhere: [(code: String, name: LocalizedText, postCode: String)] = [
        ("24062", LocalizedText(nl: "Leuven", fr: "Louvain"), "3000"),
        ("23027", LocalizedText(nl: "Halle", fr: "Hal"), "1500"),
        ("92094", LocalizedText(nl: "Namen", fr: "Namur"), "5000"),
        ("62063", LocalizedText(nl: "Luik", fr: "Liège"), "4000"),
    ]

    static func firstName(_ sex: Sex, _ generator: inout SplitMix) -> String {
        generator.pick(sex == .male ? maleNames : femaleNames)
    }

    /// A dwelling in a municipality of the Region.
    static func address(
        in municipality: Municipality, _ generator: inout SplitMix
    ) -> SyntheticAddress {
        let postCode = generator.pick(municipality.postCodes)
        return address(
            municipality: NISCode(municipality), name: municipality.name, postCode: postCode,
            &generator)
    }

    /// A dwelling outside the Region.
    static func addressElsewhere(_ generator: inout SplitMix) -> SyntheticAddress? {
        let place = generator.pick(elsewhere)
        guard let code = try? NISCode(parsing: place.code) else { return nil }
        return address(
            municipality: code, name: place.name, postCode: place.postCode, &generator)
    }

    private static func address(
        municipality: NISCode, name: LocalizedText, postCode: String, _ generator: inout SplitMix
    ) -> SyntheticAddress {
        let street = generator.pick(0..<streets.count)
        let number = generator.pick(1..<250)
        let box = generator.chance(35) ? "b" + String(generator.pick(1..<40)) : nil
        return SyntheticAddress(
            street: streets[street],
            streetCode: postCode + SyntheticNumbers.padded(9001 + street, to: 4),
            houseNumber: String(number) + (generator.chance(5) ? "A" : ""), box: box,
            postCode: postCode, municipality: municipality, municipalityName: name)
    }
}
