/// Values by 32-bit hash, in two tables of a model: open addressing, five sixths full.
///
/// The upper bits of a key choose its place, and keys are put in from the least on, so that from
/// any place on they rise up to the next free one, and a search ends at the first greater key.
/// Key 0 marks a free place; the hash 0 is looked up as 1.
struct FlatIndex<Value: BitwiseCopyable & FixedWidthInteger>: Sendable {
    private let keys: TableView<UInt32>
    private let values: TableView<Value>

    /// The most places looked at for a key: a table is made larger until every key has one.
    private static var reach: Int { 48 }

    /// The index of two tables. Throws where they do not fit together.
    init(
        keys: TableView<UInt32>, values: TableView<Value>
    ) throws(ModelError) {
        guard keys.count == values.count else { throw TablePack.malformed }
        self.keys = keys
        self.values = values
    }

    /// The value of a key, nil where it has none. O(1).
    @inline(__always)
    subscript(key: UInt32) -> Value? {
        if keys.count == 0 { return nil }
        let key = max(key, 1)
        return value(of: key, from: place(of: key))
    }

    /// The values of several keys, `missing` for those that have none.
    ///
    /// The first place of each is read before anything depends on one, so that the processor
    /// waits for the memory of all of them at once. O(keys).
    @inline(__always)
    func values<let count: Int>(
        of wanted: InlineArray<count, UInt32>, else missing: Value
    ) -> InlineArray<count, Value> {
        var found = InlineArray<count, Value>(repeating: missing)
        if keys.count == 0 { return found }
        var firsts = InlineArray<count, UInt32>(repeating: 0)
        for index in 0..<count { firsts[index] = keys[place(of: max(wanted[index], 1))] }
        for index in 0..<count {
            let key = max(wanted[index], 1)
            if Self.ends(at: firsts[index], before: key) { continue }
            if let value = value(of: key, from: place(of: key)) { found[index] = value }
        }
        return found
    }

    /// Where a key stands, or the first place from which it is looked for.
    @inline(__always)
    private func place(of key: UInt32) -> Int {
        Int(truncatingIfNeeded: (UInt64(key) &* UInt64(keys.count)) >> 32)
    }

    /// Whether a key can't stand behind another one, or behind a free place.
    @inline(__always)
    private static func ends(at found: UInt32, before key: UInt32) -> Bool {
        // A free place, 0, becomes the greatest number.
        found &- 1 >= key
    }

    @inline(__always)
    private func value(of key: UInt32, from place: Int) -> Value? {
        var slot = place
        for _ in 0..<Self.reach {
            let found = keys[slot]
            if found == key { return values[slot] }
            if Self.ends(at: found, before: key) { return nil }
            slot += 1
            if slot == keys.count { slot = 0 }
        }
        return nil
    }

    /// Calls `body` with every key. O(places).
    func forEachKey(_ body: (UInt32) -> Void) {
        for place in 0..<keys.count where keys[place] != 0 { body(keys[place]) }
    }

    /// All keys and values, by place. O(places).
    var items: [(key: UInt32, value: Value)] {
        (0..<keys.count).compactMap { keys[$0] == 0 ? nil : (keys[$0], values[$0]) }
    }

    /// The two tables of an index. The same items in any order give the same bytes; of equal
    /// keys the first in the order of values is kept. O(items · log items).
    static func tables(_ items: [(key: UInt32, value: Value)]) -> [[UInt8]] {
        let sorted = items.map { (key: max($0.key, 1), value: $0.value) }.sorted {
            ($0.key, $0.value) < ($1.key, $1.value)
        }
        var size = items.isEmpty ? 0 : max(items.count * 6 / 5, 16)
        while true {
            var keys = [UInt32](repeating: 0, count: size)
            var values = [Value](repeating: 0, count: size)
            if sorted.allSatisfy({ insert($0, &keys, &values) }) {
                return [TablePack.bytes(of: keys), TablePack.bytes(of: values)]
            }
            size += size / 8
        }
    }

    private static func insert(
        _ item: (key: UInt32, value: Value), _ keys: inout [UInt32], _ values: inout [Value]
    ) -> Bool {
        let size = keys.count
        var slot = Int(truncatingIfNeeded: (UInt64(item.key) &* UInt64(size)) >> 32)
        for _ in 0..<reach {
            if keys[slot] == item.key { return true }
            if keys[slot] == 0 {
                keys[slot] = item.key
                values[slot] = item.value
                return true
            }
            slot = slot + 1 == size ? 0 : slot + 1
        }
        return false
    }
}

/// A run of elements of another table, packed into an index's value: start in the upper half,
/// then 16 bits for their number and 16 for flags.
struct PackedRun: Sendable {
    let bits: UInt64

    @inline(__always)
    init(_ bits: UInt64) { self.bits = bits }

    init(start: Int, count: Int, flags: UInt16 = 0) {
        bits = UInt64(start) << 32 | UInt64(min(count, 0xFFFF)) << 16 | UInt64(flags)
    }

    @inline(__always) var start: Int { Int(bits >> 32) }
    @inline(__always) var end: Int { start + Int(bits >> 16 & 0xFFFF) }
    @inline(__always) var flags: UInt16 { UInt16(truncatingIfNeeded: bits) }
}
