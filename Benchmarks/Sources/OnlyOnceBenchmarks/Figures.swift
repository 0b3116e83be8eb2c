import Foundation

/// What one run measured, by name.
struct Figures {
    private var values: [String: Double] = [:]

    subscript(name: String) -> Double? {
        get { values[name] }
        set { values[name] = newValue }
    }

    func print() throws {
        let data = try JSONSerialization.data(withJSONObject: values, options: [.sortedKeys])
        Swift.print(String(decoding: data, as: UTF8.self))
    }
}
