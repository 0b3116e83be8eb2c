/// The parts of an ``XMLElement`` that was made or changed, and not just parsed.
struct BuiltElement: Sendable {
    var namespace: String?
    var name: String
    var attributes: [XMLAttribute]
    var children: [XMLElement]
    var text: String
}
