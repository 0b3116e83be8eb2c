/// Runs something that can fail in its own words, and passes those on to the person at the command
/// line. Only for failures whose texts name files and places, never what a citizen's fact says.
func explained<Value, Failure: Error & CustomStringConvertible>(
    _ work: () throws(Failure) -> Value
) throws(UsageError) -> Value {
    do throws(Failure) {
        return try work()
    } catch {
        throw UsageError(error.description)
    }
}

/// The same for work that waits.
func explainedLater<Value, Failure: Error & CustomStringConvertible>(
    _ work: () async throws(Failure) -> Value
) async throws(UsageError) -> Value {
    do throws(Failure) {
        return try await work()
    } catch {
        throw UsageError(error.description)
    }
}
