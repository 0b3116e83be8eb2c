/// A municipality (gemeente, commune) of the Brussels-Capital Region.
///
/// Source: the list of the national statistics institute; postal codes of bpost.
public enum Municipality: String, Hashable, Sendable, CaseIterable {
    case anderlecht = "21001"
    case auderghem = "21002"
    case berchemSainteAgathe = "21003"
    case cityOfBrussels = "21004"
    case etterbeek = "21005"
    case evere = "21006"
    case forest = "21007"
    case ganshoren = "21008"
    case ixelles = "21009"
    case jette = "21010"
    case koekelberg = "21011"
    case molenbeekSaintJean = "21012"
    case saintGilles = "21013"
    case saintJosseTenNoode = "21014"
    case schaerbeek = "21015"
    case uccle = "21016"
    case watermaelBoitsfort = "21017"
    case woluweSaintLambert = "21018"
    case woluweSaintPierre = "21019"

    /// The municipality with this code, or `nil` when it lies outside the Region.
    public init?(_ code: NISCode) { self.init(rawValue: code.digits) }

    /// The name in both languages of the Region.
    public var name: LocalizedText {
        switch self {
        case .anderlecht:
            LocalizedText(nl: "Anderlecht", fr: "Anderlecht")
        case .auderghem:
            LocalizedText(nl: "Oudergem", fr: "Auderghem")
        case .berchemSainteAgathe:
            LocalizedText(nl: "Sint-Agatha-Berchem", fr: "Berchem-Sainte-Agathe")
        case .cityOfBrussels:
            LocalizedText(nl: "Brussel", fr: "Bruxelles")
        case .etterbeek:
            LocalizedText(nl: "Etterbeek", fr: "Etterbeek")
        case .evere:
            LocalizedText(nl: "Evere", fr: "Evere")
        case .forest:
            LocalizedText(nl: "Vorst", fr: "Forest")
        case .ganshoren:
            LocalizedText(nl: "Ganshoren", fr: "Ganshoren")
        case .ixelles:
            LocalizedText(nl: "Elsene", fr: "Ixelles")
        case .jette:
            LocalizedText(nl: "Jette", fr: "Jette")
        case .koekelberg:
            LocalizedText(nl: "Koekelberg", fr: "Koekelberg")
        case .molenbeekSaintJean:
            LocalizedText(nl: "Sint-Jans-Molenbeek", fr: "Molenbeek-Saint-Jean")
        case .saintGilles:
            LocalizedText(nl: "Sint-Gillis", fr: "Saint-Gilles")
        case .saintJosseTenNoode:
            LocalizedText(nl: "Sint-Joost-ten-Node", fr: "Saint-Josse-ten-Noode")
        case .schaerbeek:
            LocalizedText(nl: "Schaarbeek", fr: "Schaerbeek")
        case .uccle:
            LocalizedText(nl: "Ukkel", fr: "Uccle")
        case .watermaelBoitsfort:
            LocalizedText(nl: "Watermaal-Bosvoorde", fr: "Watermael-Boitsfort")
        case .woluweSaintLambert:
            LocalizedText(nl: "Sint-Lambrechts-Woluwe", fr: "Woluwe-Saint-Lambert")
        case .woluweSaintPierre:
            LocalizedText(nl: "Sint-Pieters-Woluwe", fr: "Woluwe-Saint-Pierre")
        }
    }

    /// The postal codes of the municipality, the main one first.
    public var postCodes: [String] {
        switch self {
        case .anderlecht: ["1070"]
        case .auderghem: ["1160"]
        case .berchemSainteAgathe: ["1082"]
        case .cityOfBrussels: ["1000", "1020", "1120", "1130"]
        case .etterbeek: ["1040"]
        case .evere: ["1140"]
        case .forest: ["1190"]
        case .ganshoren: ["1083"]
        case .ixelles: ["1050"]
        case .jette: ["1090"]
        case .koekelberg: ["1081"]
        case .molenbeekSaintJean: ["1080"]
        case .saintGilles: ["1060"]
        case .saintJosseTenNoode: ["1210"]
        case .schaerbeek: ["1030"]
        case .uccle: ["1180"]
        case .watermaelBoitsfort: ["1170"]
        case .woluweSaintLambert: ["1200"]
        case .woluweSaintPierre: ["1150"]
        }
    }
}

extension NISCode {
    /// The code of a municipality of the Region.
    public init(_ municipality: Municipality) { self.init(known: municipality.rawValue) }
}
