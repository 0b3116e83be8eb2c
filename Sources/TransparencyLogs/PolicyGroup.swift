/// A group of witnesses and groups, of which some number must have cosigned.
struct PolicyGroup: Hashable, Sendable {
    let name: [UInt8]
    let threshold: Int
    let members: [[UInt8]]
}
