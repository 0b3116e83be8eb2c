/// The members of a JSON object, always in canonical order: sorted by the UTF-16 code units of
/// their names (RFC 8785 §3.2.3), each name once.
///
/// Names are distinct by code units, not by the canonical equivalence of `String`. Printing an
/// object shows no content.
public struct JSONObject: Sendable {
    /// One name and its value.
    public struct Member: Hashable, Sendable {
        public let name: String
        public fileprivate(set) var value: JSONValue

        public static func == (left: Member, right: Member) -> Bool {
            left.name.utf8.elementsEqual(right.name.utf8) && left.value == right.value
        }
    }

    /// The members in canonical order.
    public private(set) var members: [Member]

    /// Makes an object without members.
    public init() { members = [] }

    /// Makes an object of members in any order, or `nil` when a name occurs twice.
    init?(unordered members: [Member], areInOrder: Bool) {
        var members = members
        if !areInOrder {
            members.sort { CanonicalOrder.isBefore($0.name, $1.name) }
            for index in members.indices.dropFirst()
            where !CanonicalOrder.isBefore(members[index - 1].name, members[index].name) {
                return nil
            }
        }
        self.members = members
    }

    init(distinct elements: [(String, JSONValue)]) {
        self.init()
        members.reserveCapacity(elements.count)
        for (name, value) in elements {
            let index = firstIndex(notBefore: name)
            precondition(!has(name, at: index), "a member is named twice")
            add(Member(name: name, value: value), at: index)
        }
    }

    public var count: Int { members.count }
    public var isEmpty: Bool { members.isEmpty }

    /// The value of the member with this name; setting `nil` removes the member.
    public subscript(name: String) -> JSONValue? {
        get {
            let index = firstIndex(notBefore: name)
            return has(name, at: index) ? members[index].value : nil
        }
        set {
            let index = firstIndex(notBefore: name)
            switch (newValue, has(name, at: index)) {
            case (let value?, true): members[index].value = value
            case (let value?, false): add(Member(name: name, value: value), at: index)
            case (nil, true): members.remove(at: index)
            case (nil, false): break
            }
        }
    }

    /// Mostly at the end, where it costs least.
    private mutating func add(_ member: Member, at index: Int) {
        if index == members.count {
            members.append(member)
        } else {
            members.insert(member, at: index)
        }
    }

    private func has(_ name: String, at index: Int) -> Bool {
        index < members.count && members[index].name.utf8.elementsEqual(name.utf8)
    }

    /// The place where a member with this name is or would be.
    private func firstIndex(notBefore name: String) -> Int {
        if let last = members.last, CanonicalOrder.isBefore(last.name, name) {
            return members.count  // members mostly arrive in order
        }
        var low = 0
        var high = members.count
        while low < high {
            let middle = (low + high) / 2
            if CanonicalOrder.isBefore(members[middle].name, name) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low
    }
}

extension JSONObject: Hashable {}

extension JSONObject: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The kind of the value, never its content.
    public var description: String { "JSON object" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }
}

extension JSONObject.Member: CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    /// The kind of the value, never its content.
    public var description: String { "JSON member" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }
}
