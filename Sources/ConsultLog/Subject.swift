public import Facts

/// Whom or what an entry is about. Printing it shows nothing.
public enum Subject: Hashable, Sendable, Redacted {
    case person(SSIN)
    case vehicle(Plate)
    case enterprise(EnterpriseNumber)
    /// Somebody in the directory of officials, as tokens name them.
    case official(OfficialID)
}
