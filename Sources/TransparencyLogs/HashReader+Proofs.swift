extension HashReader {
    public typealias Failure = TreeReadFailure<SourceFailure>

    /// The root of the tree as it was at a size.
    ///
    /// - Throws: ``TreeReadFailure/noSuchSize(_:size:)`` when the tree is smaller.
    public func root(at size: UInt64) throws(Failure) -> TreeHash {
        try edge(at: size).root
    }

    /// The edge of the tree as it was at a size, from which it can be grown again.
    ///
    /// - Throws: ``TreeReadFailure/noSuchSize(_:size:)`` when the tree is smaller.
    public func edge(at size: UInt64) throws(Failure) -> TreeEdge {
        try check(size)
        let hashes = try hashes(of: LeafRange(start: 0, end: size).nodes)
        guard let edge = TreeEdge(size: size, hashes: hashes) else {
            throw .wrongRoot(size: size)
        }
        return edge
    }

    /// The hash of a leaf.
    ///
    /// - Throws: ``TreeReadFailure/noSuchLeaf(index:size:)`` when the tree has none there.
    public func leaf(_ index: UInt64) throws(Failure) -> TreeHash {
        guard index < size else { throw .noSuchLeaf(index: index, size: size) }
        return try hashes(of: [TreeNode(level: 0, index: index)])[0]
    }

    /// Proves that a leaf is in the tree as it was at a size.
    ///
    /// - Throws: ``TreeReadFailure/noSuchLeaf(index:size:)`` or
    ///   ``TreeReadFailure/noSuchSize(_:size:)``.
    public func inclusionProof(
        of index: UInt64, at size: UInt64
    ) throws(Failure) -> InclusionProof {
        try check(size)
        guard index < size else { throw .noSuchLeaf(index: index, size: size) }
        let hashes = try hashes(of: LeafRange.path(to: index, in: size))
        return InclusionProof(index: index, size: size, hashes: hashes)
    }

    /// Proves that the tree as it was at a size only grew from what it was at an older one.
    ///
    /// - Throws: ``TreeReadFailure/noSuchSize(_:size:)``, also for an older size that is larger.
    public func consistencyProof(
        from old: UInt64, to size: UInt64
    ) throws(Failure) -> ConsistencyProof {
        try check(size)
        guard old <= size else { throw .noSuchSize(old, size: size) }
        let hashes = try hashes(of: LeafRange.proof(from: old, to: size))
        return ConsistencyProof(oldSize: old, newSize: size, hashes: hashes)
    }

    private func check(_ size: UInt64) throws(Failure) {
        guard size <= self.size else { throw .noSuchSize(size, size: self.size) }
    }

    private func hashes(of ranges: [LeafRange]) throws(Failure) -> [TreeHash] {
        let nodes = ranges.map(\.nodes)
        var rest = try hashes(of: nodes.flatMap { $0 })[...]
        return nodes.map { parts in
            defer { rest = rest.dropFirst(parts.count) }
            return TreeEdge.root(of: rest.prefix(parts.count))
        }
    }
}
