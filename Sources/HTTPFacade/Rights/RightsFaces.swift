public import Gateway

/// What the facade shows of the authorisations and their life.
public struct RightsFaces: Sendable {
    let register: RightsRegister
    let time: any TimeSource

    public init(register: RightsRegister, time: any TimeSource) {
        self.register = register
        self.time = time
    }
}
