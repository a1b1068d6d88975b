/// The name a person most likely meant, or nil where none is near.
///
/// Near is a distance of at most 2 that leaves at least half of the name as typed, so that short
/// names are not suggested for just anything. The first of equally near names wins.
/// O(names × length²), and constant for words much longer than the names.
func nearestName(to typed: String, in names: [String]) -> String? {
    var best: (name: String, distance: Int)?
    for name in names {
        guard let distance = editDistance(typed, name, limit: min(2, name.count / 2)) else {
            continue
        }
        if distance < best?.distance ?? .max { best = (name, distance) }
    }
    return best?.name
}

/// The long name of the option that a person most likely meant, dashes included.
///
/// Dashes don't count as letters in common, and `-format` is near `--format`.
func nearestOption(to typed: String, in options: [Option]) -> String? {
    let letters = String(typed.drop { $0 == "-" })
    return nearestName(to: letters, in: options.map(\.name)).map { "--" + $0 }
}

/// The number of characters to insert, delete, replace or swap with their neighbour to turn one
/// word into the other, or nil where it is above the limit.
///
/// Optimal string alignment, the restricted form of Damerau's distance: no substring is edited
/// twice (F. J. Damerau, "A technique for computer detection and correction of spelling errors",
/// Communications of the ACM 7(3), 1964). A swap counts 1 because it is what hurried fingers do.
func editDistance(_ left: String, _ right: String, limit: Int) -> Int? {
    // Bytes bound the length before characters are counted, which takes time for a huge argument.
    // A character of a sensible name is at most 4 bytes.
    guard left.utf8.count <= 4 * (right.utf8.count + limit) else { return nil }
    let a = Array(left)
    let b = Array(right)
    guard abs(a.count - b.count) <= limit else { return nil }
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
        var row = [i + 1]
        for j in b.indices {
            var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
            if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
                cost = min(cost, beforeLast[j - 1] + 1)
            }
            row.append(cost)
        }
        (beforeLast, last) = (last, row)
    }
    return last[b.count] <= limit ? last[b.count] : nil
}
