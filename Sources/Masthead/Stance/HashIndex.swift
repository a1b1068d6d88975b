/// Positions by 32-bit key: open addressing, at most half full.
struct HashIndex: Sendable {
    private var keys: [UInt32] = []
    private var ranges: [UInt64] = []
    private var mask = 0

    init() {}

    /// An index of sorted keys: equal keys are neighbours.
    init(sorted keysInOrder: [UInt32]) {
        var size = 16
        while size < keysInOrder.count * 2 { size *= 2 }
        keys = Array(repeating: 0, count: size)
        ranges = Array(repeating: 0, count: size)
        mask = size - 1
        var start = 0
        while start < keysInOrder.count {
            var end = start + 1
            while end < keysInOrder.count, keysInOrder[end] == keysInOrder[start] { end += 1 }
            insert(keysInOrder[start], UInt64(start) << 32 | UInt64(end))
            start = end
        }
    }

    private mutating func insert(_ key: UInt32, _ range: UInt64) {
        var slot = Int(key) & mask
        while ranges[slot] != 0 { slot = (slot + 1) & mask }
        keys[slot] = key
        ranges[slot] = range
    }

    /// Where the key's entries are; empty where it has none. O(1).
    @inline(__always)
    subscript(key: UInt32) -> Range<Int> {
        if mask == 0 { return 0..<0 }
        var slot = Int(key) & mask
        while ranges[slot] != 0 {
            if keys[slot] == key {
                return Int(ranges[slot] >> 32)..<Int(ranges[slot] & 0xFFFF_FFFF)
            }
            slot = (slot + 1) & mask
        }
        return 0..<0
    }
}
