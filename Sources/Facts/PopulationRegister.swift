/// A register in which somebody's main residence can stand. The raw value is the word in a
/// regulation file.
public enum PopulationRegister: String, Hashable, Sendable, CaseIterable, Comparable {
    case population
    case foreigners
    /// The waiting register of those who ask for protection (wachtregister, registre d'attente).
    case waiting

    public static func < (left: PopulationRegister, right: PopulationRegister) -> Bool {
        left.rawValue < right.rawValue
    }
}
