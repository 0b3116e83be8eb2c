import Facts

/// The names that a request may select, of one subject: its attributes, and the group for all.
struct Selection: Sendable {
    static let most = 50

    private let names: [String: [AttributeID]]

    init(_ group: AttributeGroup) {
        var names = [group.rawValue: group.attributes]
        for attribute in group.attributes { names[attribute.rawValue] = [attribute] }
        self.names = names
    }

    /// The attributes that a name stands for; `nil` when it stands for none of this subject.
    func attributes(named name: String) -> [AttributeID]? { names[name] }
}
