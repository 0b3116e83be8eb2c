/// An energy source of a vehicle, by the DIV's code (`10` petrol, `20` diesel, …), with the
/// emission standard where the register has one.
public struct Fuel: Hashable, Sendable, Redacted {
    public let fuel: CodedValue
    /// As the register writes it (`6d`, `5`).
    public let euroNorm: String?

    public init(fuel: CodedValue, euroNorm: String?) {
        self.fuel = fuel
        self.euroNorm = euroNorm
    }
}
