/// A target: where it stands, and what it may import.
struct Room {
    let name: String
    let floor: Floor
    /// Targets of the house.
    let rooms: Set<String>
    /// Everything else: packages, C libraries and what the system brings.
    let outside: Set<String>

    init(
        _ name: String, on floor: Floor, opens rooms: Set<String> = [],
        outside: Set<String> = []
    ) {
        self.name = name
        self.floor = floor
        self.rooms = rooms
        self.outside = outside
    }

    var allowed: Set<String> { rooms.union(outside) }
}
