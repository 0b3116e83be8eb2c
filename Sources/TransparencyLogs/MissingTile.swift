/// A tile that was not collected.
public struct MissingTile: Error, Hashable {
    public init() {}
}
