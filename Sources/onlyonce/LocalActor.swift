import ConsultLog

extension OfficialID {
    /// The user of the operating system who gives an order on the machine itself, `unix:1000`.
    static func local(user: UInt32) throws(UsageError) -> OfficialID {
        do throws(InvalidText) {
            return try OfficialID(parsing: "unix:\(user)")
        } catch {
            throw UsageError("the user has no number")
        }
    }
}
