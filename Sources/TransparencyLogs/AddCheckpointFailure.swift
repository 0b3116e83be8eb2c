/// Why bytes are no request to a witness. Lines count from 1.
public enum AddCheckpointFailure: Error, Hashable {
    case malformed(line: Int)
    case checkpoint(CheckpointFailure)
}
