import Testing

/// Everything that people, applications and machines say to the real program, one thing at a time:
/// the faults of the sources are switched for all.
@Suite("conversations with the program", .serialized, WorkplaceScope(), .timeLimit(.minutes(2)))
enum Conversations {}
