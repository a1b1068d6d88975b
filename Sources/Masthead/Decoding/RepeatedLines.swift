/// The lines that stood on earlier pages, by site: wording that recurs on a site is rarely the
/// article.
///
/// What it says of a page depends on the pages before it, so it is for batches of pages of the
/// same sites, in an order that stays. It never needs more than 8 MB: of each line only a hash is
/// kept, and where there is no room, the line that was not seen for longest makes way among four.
public struct RepeatedLines: Sendable {
    /// The odds of a line that was seen on another page of its site are multiplied by this for
    /// the labels of an article: e⁻², chosen on the families of the corpus with three pages or
    /// more (`Documentation/decoding.md`).
    static let factor: Float = 0.135
    /// The labels of an article.
    private static let article: Set<ParagraphLabel> = [.body, .headline]

    private let bucketBits: Int
    /// Hashes, newest first in each bucket; 0 is none.
    private var buckets: [SIMD4<UInt64>]

    /// No pages seen; room for a million lines.
    public init() { self.init(bucketBits: 18) }

    /// Room for four lines in each bucket.
    init(bucketBits: Int) {
        self.bucketBits = bucketBits
        buckets = Array(repeating: .zero, count: 1 << bucketBits)
    }

    /// The paragraphs of a page with the probabilities that they have where it is known which of
    /// them stood on earlier pages of `site`; then the page itself is one of those. O(text).
    public mutating func weighed(
        _ paragraphs: [LabeledParagraph], site: String
    ) -> [LabeledParagraph] {
        let seed = Self.hash(Array(site.utf8), seed: 1)
        var bytes: [UInt8] = []
        let hashes = paragraphs.map { paragraph in
            bytes.removeAll(keepingCapacity: true)
            paragraph.appendText(to: &bytes)
            return Self.hash(bytes, seed: seed)
        }
        // All are looked up before any is noted: a line twice on one page is no repeat.
        let areKnown = hashes.map { contains($0) }
        for hash in hashes { insert(hash) }
        return zip(paragraphs, areKnown).map { paragraph, isKnown in
            isKnown ? paragraph.scaled(Self.article, by: Self.factor) : paragraph
        }
    }

    private func bucket(_ hash: UInt64) -> Int { Int(hash >> UInt64(64 - bucketBits)) }

    private func contains(_ hash: UInt64) -> Bool {
        let known = buckets[bucket(hash)]
        return (0..<4).contains { known[$0] == hash }
    }

    private mutating func insert(_ hash: UInt64) {
        let index = bucket(hash)
        let old = buckets[index]
        let last = (0..<3).first { old[$0] == hash } ?? 3
        for place in stride(from: last, to: 0, by: -1) { buckets[index][place] = old[place - 1] }
        buckets[index][0] = hash
    }

    /// Never 0.
    private static func hash(_ bytes: [UInt8], seed: UInt64) -> UInt64 {
        var hash = WordHash()
        hash.append(UInt32(truncatingIfNeeded: seed))
        hash.append(UInt32(truncatingIfNeeded: seed >> 32))
        for byte in bytes { hash.append(UInt32(byte)) }
        let mixed = (hash.value ^ hash.value >> 32) &* 0xD6E8_FEB8_6659_FD93
        return mixed == 0 ? 1 : mixed
    }
}
