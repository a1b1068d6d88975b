/// Beginnings or ends of words as a tree of bytes: the children of all nodes in one array.
struct AffixTrie: Sendable {
    /// Child of node n for byte slot s at n · width + s; 0 where there is none.
    private var children = [Int32](repeating: 0, count: width)
    /// Rows that end at each node.
    private var rows: [[Int32]] = [[]]

    /// a–z, the hyphen, and one slot for all other bytes, which no affix of more than one
    /// alphabet shares.
    private static let width = 28

    @inline(__always)
    private static func slot(_ byte: UInt8) -> Int {
        let letter = Int(byte) - 0x61
        return letter >= 0 && letter < 26 ? letter : byte == 0x2D ? 26 : 27
    }

    /// Whether the tree holds nothing.
    var isEmpty: Bool { rows.count == 1 }

    /// Adds a row's affix, in the order in which it will be walked. Affixes with bytes that are
    /// neither letters of a to z nor hyphens are left out: the tables have none.
    mutating func insert(_ bytes: some Collection<UInt8>, row: Int32) {
        guard bytes.allSatisfy({ Self.slot($0) < 27 }) else { return }
        var node = 0
        for byte in bytes {
            let place = node * Self.width + Self.slot(byte)
            if children[place] == 0 {
                children[place] = Int32(rows.count)
                rows.append([])
                children += Array(repeating: 0, count: Self.width)
            }
            node = Int(children[place])
        }
        rows[node].append(row)
    }

    /// The rows of the longest affix that leaves at least `spare` of `count` bytes. O(length).
    @inline(__always)
    func match(_ bytes: some Sequence<UInt8>, count: Int, sparing spare: Int) -> [Int32] {
        var node = 0
        var best = 0
        var left = count
        for byte in bytes {
            node = Int(children[node * Self.width + Self.slot(byte)])
            left -= 1
            if node == 0 || left < spare { break }
            if !rows[node].isEmpty { best = node }
        }
        return rows[best]
    }
}
