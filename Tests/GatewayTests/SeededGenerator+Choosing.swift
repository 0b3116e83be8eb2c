import TestSupport

extension SeededGenerator {
    /// Each of the elements with a chance of one in `odds`.
    mutating func some<Element: Hashable>(of elements: [Element], oneIn odds: Int) -> Set<Element> {
        var chosen: Set<Element> = []
        for element in elements where Int.random(in: 0..<odds, using: &self) == 0 {
            chosen.insert(element)
        }
        return chosen
    }
}
