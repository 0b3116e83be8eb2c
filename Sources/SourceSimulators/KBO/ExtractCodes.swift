/// The code list of a synthetic extract: the codes that occur in it, with their meaning.
enum ExtractCodes {
    static let columns = ["Category", "Code", "Language", "Description"]

    static let rows: [[ExtractField]] = codes.flatMap { code in
        [
            [.text(code.category), .text(code.code), "NL", .text(code.dutch)],
            [.text(code.category), .text(code.code), "FR", .text(code.french)],
        ]
    }

    private static let codes: [(category: String, code: String, dutch: String, french: String)] = [
        ("ActivityGroup", "001", "BTW-activiteiten", "Activités TVA"),
        ("ActivityGroup", "006", "RSZ-activiteiten", "Activités ONSS"),
        ("Classification", "MAIN", "Hoofdactiviteit", "Activité principale"),
        ("Classification", "SECO", "Nevenactiviteit", "Activité secondaire"),
        ("ContactType", "WEB", "Webadres", "Adresse web"),
        ("EntityContact", "ENT", "Onderneming", "Entreprise"),
        ("JuridicalForm", "014", "Naamloze vennootschap", "Société anonyme"),
        ("JuridicalSituation", "000", "Normale toestand", "Situation normale"),
        ("Language", "1", "Frans", "Français"), ("Language", "2", "Nederlands", "Néerlandais"),
        ("Nace2025", "10711", "Bakkerij", "Boulangerie"),
        ("Nace2025", "43320", "Schrijnwerk", "Menuiserie"),
        ("Nace2025", "47110", "Kleinhandel", "Commerce de détail"),
        ("Nace2025", "56101", "Restaurant", "Restaurant"),
        ("Nace2025", "62010", "Programmatie", "Programmation"),
        ("Nace2025", "77110", "Verhuur van auto's", "Location de voitures"),
        ("Status", "AC", "Actief", "Actif"),
        ("TypeOfAddress", "BAET", "Vestigingseenheid", "Unité d'établissement"),
        ("TypeOfAddress", "REGO", "Zetel", "Siège"),
        ("TypeOfDenomination", "001", "Naam", "Dénomination"),
        ("TypeOfDenomination", "003", "Commerciële naam", "Dénomination commerciale"),
        ("TypeOfEnterprise", "1", "Natuurlijk persoon", "Personne physique"),
        ("TypeOfEnterprise", "2", "Rechtspersoon", "Personne morale"),
    ]
}
