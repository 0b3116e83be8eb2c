/// The regulation says nothing about this type of card on this day: there is no decision.
public struct NoRuleInForce: Error, Hashable, Sendable {}
