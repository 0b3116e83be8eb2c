public import Facts

/// About whom or what a source is asked.
public enum Subject: Hashable, Sendable, Redacted {
    case person(SSIN)
    case vehicle(Plate)
    case enterprise(EnterpriseNumber)
}
