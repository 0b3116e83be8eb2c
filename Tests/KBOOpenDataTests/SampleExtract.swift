@testable import KBOOpenData

/// An extract written out by hand in the published format, to be spoilt at will.
struct SampleExtract: ExtractFiles {
    var contents: [String: [UInt8]] = [:]
    /// How many bytes the files give at a time.
    var piece = 7

    var names: [String] { Array(contents.keys) }

    func byteCount(_ name: String) -> Int { contents[name]?.count ?? 0 }

    func open(_ name: String) throws(KBOFailure) -> any ByteSource {
        guard let bytes = contents[name] else { throw .unreadableArchive }
        return Pieces(bytes, size: piece)
    }

    subscript(name: String) -> String {
        get { String(decoding: contents[name] ?? [], as: UTF8.self) }
        set { contents[name] = Array(newValue.utf8) }
    }

    /// Three enterprises: a company with two establishments, a sole trader, and a municipality.
    static func full(number: Int = 140, snapshot: String = "30-05-2025") -> SampleExtract {
        var extract = SampleExtract()
        extract["meta.csv"] = meta("full", number, snapshot)
        for (name, header) in headers { extract[name + ".csv"] = header }
        extract["code.csv"] += codes
        extract["enterprise.csv"] += """
            "0200.065.765","AC","000","2","416",,09-08-1960
            "0200.068.636","AC","000","2","417",,16-02-1923
            "0885.123.416","AC","012","1",,,01-03-2007

            """
        extract["establishment.csv"] += """
            "2.000.000.339",01-11-1974,"0200.065.765"
            "2.000.000.438",,"0200.065.765"
            "2.100.000.015",01-03-2007,"0885.123.416"

            """
        extract["denomination.csv"] += """
            "0200.065.765","2","001","Maatschappij ""De Brug"", coöperatief"
            "0200.065.765","1","002","LE PONT"
            "0200.068.636","2","001","Gemeente"
            "0885.123.416","0","003","Chez moi"

            """
        extract["address.csv"] += """
            "0200.065.765","REGO",,,"1030","Schaarbeek","Schaerbeek","Eikstraat","Rue du Chêne","16","b1","",
            "0200.068.636","REGO",,,"4000","","Liège","","Place du Marché","2","","",01-02-2020
            "2.000.000.339","BAET",,,"1000","Brussel","Bruxelles","Nieuwstraat","Rue Neuve","1","","",
            "2.100.000.015","BAET",,,"4000",,"Liège",,"Rue Haute","3","","",

            """
        extract["activity.csv"] += """
            "0200.065.765","001","2025","84130","MAIN"
            "0200.065.765","006","2025","84130","MAIN"
            "0200.065.765","001","2008","41101","SECO"

            """
        extract["contact.csv"] += """
            "0885.123.416","ENT","EMAIL","nobody@example.org"

            """
        return extract
    }

    /// The next extract: the company moves, the sole trader is gone, a company comes.
    static func update(number: Int = 141, snapshot: String = "30-06-2025") -> SampleExtract {
        var extract = SampleExtract()
        extract["meta.csv"] = meta("update", number, snapshot)
        for (name, header) in headers where name != "code" {
            extract[name + "_insert.csv"] = header
            extract[name + "_delete.csv"] = header.prefix { $0 != "," && $0 != "\n" } + "\n"
        }
        extract["code.csv"] = (headers["code"] ?? "") + codes
        extract["enterprise_delete.csv"] += "\"0885.123.416\"\n"
        extract["denomination_delete.csv"] += "\"0885.123.416\"\n"
        extract["establishment_delete.csv"] += "\"2.100.000.015\"\n"
        extract["address_delete.csv"] += "\"0200.065.765\"\n\"2.100.000.015\"\n"
        extract["address_insert.csv"] +=
            "\"0200.065.765\",\"REGO\",,,\"1070\",\"Anderlecht\",\"Anderlecht\",\"Kaai\",\"Quai\",\"9\",,,\n"
        extract["enterprise_insert.csv"] +=
            "\"1000.000.021\",\"AC\",\"000\",\"2\",\"014\",,02-06-2025\n"
        return extract
    }

    private static func meta(_ kind: String, _ number: Int, _ snapshot: String) -> String {
        """
        "Variable","Value"
        "SnapshotDate","\(snapshot)"
        "ExtractTimestamp","01-06-2025 07:07:49"
        "ExtractType","\(kind)"
        "ExtractNumber","\(number)"
        "Version","1.0.0"

        """
    }

    private static let codes = """
        "JuridicalSituation","000","NL","Normale toestand"
        "JuridicalSituation","000","FR","Situation normale"
        "JuridicalForm","416","NL","Dienstverlenende vereniging"

        """

    private static let headers = [
        "code": "\"Category\",\"Code\",\"Language\",\"Description\"\n",
        "enterprise":
            "\"EnterpriseNumber\",\"Status\",\"JuridicalSituation\",\"TypeOfEnterprise\",\"JuridicalForm\",\"JuridicalFormCAC\",\"StartDate\"\n",
        "establishment": "\"EstablishmentNumber\",\"StartDate\",\"EnterpriseNumber\"\n",
        "denomination":
            "\"EntityNumber\",\"Language\",\"TypeOfDenomination\",\"Denomination\"\n",
        "address":
            "\"EntityNumber\",\"TypeOfAddress\",\"CountryNL\",\"CountryFR\",\"Zipcode\",\"MunicipalityNL\",\"MunicipalityFR\",\"StreetNL\",\"StreetFR\",\"HouseNumber\",\"Box\",\"ExtraAddressInfo\",\"DateStrikingOff\"\n",
        "contact": "\"EntityNumber\",\"EntityContact\",\"ContactType\",\"Value\"\n",
        "activity":
            "\"EntityNumber\",\"ActivityGroup\",\"NaceVersion\",\"NaceCode\",\"Classification\"\n",
        "branch": "\"Id\",\"StartDate\",\"EnterpriseNumber\"\n",
    ]
}
