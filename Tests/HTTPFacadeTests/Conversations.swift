import Testing

/// Talks over real connections, one after the other: each has a facade and a client process.
@Suite(.serialized) enum Conversations {}
