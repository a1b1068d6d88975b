/// The edges of a trie in one table: node and token hash to child node.
///
/// Open addressing with linear probing, at most half full. Node and token are mixed into one
/// 64-bit key (the finaliser of MurmurHash3, Appleby), which stands for them.
struct HashedEdges: Sendable {
    private var keys: [UInt64] = Array(repeating: 0, count: 16)
    private var children: [UInt32] = Array(repeating: 0, count: 16)
    private var count = 0

    /// A key for a node and a hash; never 0, which marks an empty place.
    static func key(_ node: UInt32, _ hash: UInt64) -> UInt64 {
        var key = hash &+ (UInt64(node) &+ 1) &* 0x9E37_79B9_7F4A_7C15
        key = (key ^ (key >> 33)) &* 0xFF51_AFD7_ED55_8CCD
        key = (key ^ (key >> 33)) &* 0xC4CE_B9FE_1A85_EC53
        key ^= key >> 33
        return key == 0 ? 1 : key
    }

    /// The child of a node along a token, or nil. O(1) on average.
    func child(of node: UInt32, by token: UInt64) -> UInt32? {
        let place = place(of: Self.key(node, token))
        return keys[place] == 0 ? nil : children[place]
    }

    /// The child of a node along a token, added as `fresh` where there is none.
    mutating func child(
        of node: UInt32, by token: UInt64, addingAs fresh: UInt32
    ) -> UInt32 {
        if count * 2 >= keys.count { grow() }
        let key = Self.key(node, token)
        let place = place(of: key)
        if keys[place] != 0 { return children[place] }
        keys[place] = key
        children[place] = fresh
        count += 1
        return fresh
    }

    private func place(of key: UInt64) -> Int {
        let mask = keys.count - 1
        var place = Int(truncatingIfNeeded: key) & mask
        while keys[place] != 0 && keys[place] != key { place = (place + 1) & mask }
        return place
    }

    private mutating func grow() {
        let (oldKeys, oldChildren) = (keys, children)
        keys = Array(repeating: 0, count: oldKeys.count * 2)
        children = Array(repeating: 0, count: oldKeys.count * 2)
        for (index, key) in oldKeys.enumerated() where key != 0 {
            let place = place(of: key)
            keys[place] = key
            children[place] = oldChildren[index]
        }
    }
}
