import Facts

/// Synthetic subjects: sequence numbers from 900 on are never given out.
enum SampleSubjects {
    static let resident = "85070390167"
    static let strangerToTheRegister = "94051290466"
    static let silent = "90020290170"
    static let plate = "1SYN900"
    static let unknownPlate = "1SYN901"
    static let silentPlate = "1SYN902"
    static let garbledPlate = "1SYN903"
    static let forbiddenPlate = "1SYN904"
}
