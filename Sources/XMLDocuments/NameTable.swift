import CLibXML2

/// The names that one parser has met, each copied out of libxml2 once.
///
/// A parser's dictionary gives equal strings equal addresses, for as long as the parser lives: a
/// name is looked up by its address alone.
@safe
struct NameTable {
    private(set) var names: [ExpandedName] = []
    /// The bytes of the names, with those of a namespace once for each name in it.
    private(set) var bytes = 0
    private var known: [Addresses] = []
    /// An open hash table; a power of two, at most half full.
    private var slots = [Slot](repeating: Slot(), count: 256)

    /// A name as strings of the parser's dictionary.
    @safe
    struct Addresses {
        let name: UnsafePointer<xmlChar>
        let namespace: UnsafePointer<xmlChar>?
    }

    private struct Slot {
        /// The addresses in the dictionary; a name of 0 is an empty slot.
        var name: UInt = 0
        var namespace: UInt = 0
        var index: Int32 = 0
    }

    /// Returns the place in ``names`` of a name, given by strings of the parser's dictionary.
    mutating func index(
        of name: UnsafePointer<xmlChar>, in namespace: UnsafePointer<xmlChar>?
    ) -> Int32 {
        let slot = slot(UInt(bitPattern: name), UInt(bitPattern: namespace))
        guard slots[slot].name == 0 else { return slots[slot].index }
        let index = Int32(names.count)
        let expanded = unsafe ExpandedName(
            name: String(cString: name), namespace: Self.uri(namespace))
        bytes += expanded.name.utf8.count + (expanded.namespace?.utf8.count ?? 0)
        names.append(expanded)
        unsafe known.append(Addresses(name: name, namespace: namespace))
        slots[slot] = Slot(
            name: UInt(bitPattern: name), namespace: UInt(bitPattern: namespace), index: index)
        if names.count * 2 > slots.count { grow() }
        return index
    }

    /// The strings of the dictionary for a place in ``names``.
    func addresses(_ index: Int) -> Addresses { known[index] }

    /// The slot of these addresses, or the empty one where they belong.
    private func slot(_ name: UInt, _ namespace: UInt) -> Int {
        let mixed = (name &+ namespace &* 31) &* 0x9E37_79B9_7F4A_7C15
        var slot = Int(truncatingIfNeeded: mixed >> 40) & (slots.count - 1)
        while slots[slot].name != 0
            && (slots[slot].name != name || slots[slot].namespace != namespace)
        {
            slot = (slot + 1) & (slots.count - 1)
        }
        return slot
    }

    private mutating func grow() {
        let old = slots
        slots = [Slot](repeating: Slot(), count: old.count * 2)
        for entry in old where entry.name != 0 { slots[slot(entry.name, entry.namespace)] = entry }
    }

    private static func uri(_ namespace: UnsafePointer<xmlChar>?) -> String? {
        guard let namespace = unsafe namespace else { return nil }
        return unsafe AmpersandReference.decode(Array(String(cString: namespace).utf8)[...])
    }
}
