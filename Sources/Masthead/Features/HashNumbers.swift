/// Numbers for a list of hashes: equal hashes have the same number, counted from 0 in the order
/// in which they first come.
struct HashNumbers {
    /// The number of each hash of the list.
    let numbers: [Int]
    /// How many different hashes there are.
    let count: Int

    /// A factor that no page knows beforehand, so that none can make its words collide. The
    /// numbers do not depend on it.
    private static let factor = UInt64.random(in: 0...UInt64.max) | 1

    /// Numbers the hashes of a list. O(hashes), expected.
    init(_ list: ArraySlice<UInt64>) {
        let hashes = list.span
        // At most half of the places are ever taken.
        let bits = 64 - max(2 * hashes.count - 1, 1).leadingZeroBitCount
        // Where in the list the hash first came, from 1 on; 0 is a free place.
        var places = [UInt32](repeating: 0, count: 1 << bits)
        var numbers = [Int](repeating: 0, count: hashes.count)
        var count = 0
        var placeSpan = places.mutableSpan
        var numberSpan = numbers.mutableSpan
        let factor = Self.factor
        for index in hashes.indices {
            var place = Int(truncatingIfNeeded: (hashes[index] &* factor) &>> UInt64(64 - bits))
            while placeSpan[place] > 0, hashes[Int(placeSpan[place]) - 1] != hashes[index] {
                place = (place &+ 1) & (placeSpan.count &- 1)
            }
            if placeSpan[place] > 0 {
                numberSpan[index] = numberSpan[Int(placeSpan[place]) - 1]
            } else {
                placeSpan[place] = UInt32(index + 1)
                numberSpan[index] = count
                count += 1
            }
        }
        self.numbers = numbers
        self.count = count
    }
}
