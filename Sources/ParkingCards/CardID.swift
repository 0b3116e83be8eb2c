public import ConsultLog

/// Names one parking card.
public struct CardID: Hashable, Sendable, CustomStringConvertible {
    public let uuid: UUIDv7

    public init(_ uuid: UUIDv7) { self.uuid = uuid }

    public var description: String { uuid.text }
}
