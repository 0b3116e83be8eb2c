import Facts

extension PlateKind {
    /// The kind in words.
    var name: LocalizedText {
        switch self {
        case .normal: LocalizedText(nl: "gewoon", fr: "ordinaire")
        case .personalised: LocalizedText(nl: "gepersonaliseerd", fr: "personnalisée")
        case .motorcycle: LocalizedText(nl: "motorfiets", fr: "moto")
        case .moped: LocalizedText(nl: "bromfiets", fr: "cyclomoteur")
        case .oldtimer: LocalizedText(nl: "oldtimer", fr: "ancêtre")
        case .trailer: LocalizedText(nl: "aanhangwagen", fr: "remorque")
        case .taxi: LocalizedText(nl: "taxi", fr: "taxi")
        case .hireWithDriver:
            LocalizedText(nl: "verhuur met bestuurder", fr: "location avec chauffeur")
        case .trade: LocalizedText(nl: "handelaar", fr: "marchand")
        case .test: LocalizedText(nl: "proefrit", fr: "essai")
        case .professional: LocalizedText(nl: "beroeps", fr: "professionnelle")
        case .transit: LocalizedText(nl: "transit", fr: "transit")
        case .export: LocalizedText(nl: "uitvoer", fr: "exportation")
        case .diplomatic: LocalizedText(nl: "diplomatiek", fr: "diplomatique")
        case .special: LocalizedText(nl: "bijzonder", fr: "spéciale")
        case .foreign: LocalizedText(nl: "buitenlands", fr: "étrangère")
        }
    }
}
