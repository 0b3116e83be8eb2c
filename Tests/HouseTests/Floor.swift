/// The floors of the house, from the ground up. A room may open on its own floor or a lower one.
enum Floor: Int, CaseIterable {
    case foundations
    case domain
    case application
    case adapters
    case faces
    case executable
}
