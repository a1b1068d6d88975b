/// The edges of a trie in one table: node and token hash to child node.
///
/// Open addressing with linear probing, at most half full. Node and token are mixed into one
/// 64-bit key (the finaliser of MurmurHash3, Appleby), which stands for them.
struct HashedEdges: Sendable {
    private var places = [Place](repeating: Place(), count: 16)
    private var count = 0

    private struct Place {
        var key: UInt64 = 0
        var child: UInt32 = 0
    }

    /// A key for a node and a hash; never 0, which marks an empty place.
    @inline(__always)
    static func key(_ node: UInt32, _ hash: UInt64) -> UInt64 {
        var key = hash &+ (UInt64(node) &+ 1) &* 0x9E37_79B9_7F4A_7C15
        key = (key ^ (key >> 33)) &* 0xFF51_AFD7_ED55_8CCD
        key = (key ^ (key >> 33)) &* 0xC4CE_B9FE_1A85_EC53
        key ^= key >> 33
        return key == 0 ? 1 : key
    }

    /// The child of a node along a token, or nil. O(1) on average.
    @inline(__always)
    func child(of node: UInt32, by token: UInt64) -> UInt32? {
        let place = places[index(of: Self.key(node, token))]
        return place.key == 0 ? nil : place.child
    }

    /// The child of a node along a token, added as `fresh` where there is none.
    mutating func child(
        of node: UInt32, by token: UInt64, addingAs fresh: UInt32
    ) -> UInt32 {
        if count * 2 >= places.count { grow() }
        let key = Self.key(node, token)
        let index = index(of: key)
        if places[index].key != 0 { return places[index].child }
        places[index] = Place(key: key, child: fresh)
        count += 1
        return fresh
    }

    /// Where a key stands, or would stand.
    @inline(__always)
    private func index(of key: UInt64) -> Int {
        let mask = places.count - 1
        var index = Int(truncatingIfNeeded: key) & mask
        while places[index].key != 0 && places[index].key != key { index = (index + 1) & mask }
        return index
    }

    private mutating func grow() {
        let old = places
        places = Array(repeating: Place(), count: old.count * 2)
        for place in old where place.key != 0 { places[index(of: place.key)] = place }
    }
}
