import NaiveBayes
import PageText
import Testing

@testable import Masthead

@Suite("Features")
struct FeaturesValueTests {
    private let space = FeatureSpace.shared

    @Test("names of slots are unique and free of what would break a count table")
    func names() {
        let names = space.slots.map(\.name)
        #expect(Set(names).count == names.count)
        for name in names { #expect(!name.contains { "=\t\n#".contains($0) } && !name.isEmpty) }
    }

    @Test("the values of all slots are numbered through without gap or overlap")
    func offsets() {
        var next = 0
        for slot in space.slots {
            #expect(slot.offset == next && slot.values > 1)
            next += slot.values
        }
        #expect(next == space.values)
        for view in View.categorical {
            let range = space.slots(of: view)
            #expect(!range.isEmpty && space.slots[range].allSatisfy { $0.view == view })
        }
        #expect(space.slots(of: .words).isEmpty)
    }

    /// Holds the numbers of a page's features to their bounds.
    private func check(_ page: PageEvidence) {
        #expect(page.values.count == page.count * space.slots.count)
        #expect(page.termEnds.count == 3 * page.count && page.wordCounts.count == page.count)
        #expect(zip(page.termEnds, page.termEnds.dropFirst()).allSatisfy { $0 <= $1 })
        for line in 0..<page.count {
            let wrong = zip(space.slots, page.values(of: line)).filter { $1 >= $0.values }
            #expect(wrong.isEmpty, "\(wrong.map { "\($0.name)=\($1)" })")
        }
        #expect(page.traits.count == PageGate.slots.count)
        for (slot, trait) in zip(PageGate.slots, page.traits) { #expect(trait < slot.values) }
        #expect(page.termEnds.last.map { Int($0) } ?? 0 == page.termKeys.count)
    }

    @Test("words of four letters or more are looked for in the first line of two words or more")
    func titleWords() {
        let long = Array(repeating: "anderes", count: 24).joined(separator: " ")
        let page = PageEvidence(paragraphs: [
            "Brücke", "Brücke bleibt im Winter gesperrt", "BRÜCKE bleibt gesperrt",
            "Winter an der Ostsee", "2024 am See", long + " Winter",
        ])
        let slot = space.slots.firstIndex { $0.name == "title words" }
        let found = (0..<page.count).map { line in
            slot.map { page.values(of: line)[page.values(of: line).startIndex + $0] }
        }
        // All four words of the title's line are its own; "im" and "der" are too short to count.
        #expect(found == [0, 0, 4, 2, 0, 0])
    }

    @Test("values lie below their slot's number on random text", arguments: 0..<40)
    func randomText(seed: UInt64) {
        check(PageEvidence(paragraphs: RandomText.page(seed: seed)))
    }

    @Test("values lie below their slot's number on random bytes, repaired", arguments: 0..<10)
    func randomBytes(seed: UInt64) {
        let text = PageText(bytes: RandomText.bytes(seed: seed, 1500))
        check(PageEvidence(text.utf8.span, lines: text.paragraphs.map(\.contentUTF8Range)))
    }

    @Test(
        "values lie below their slot's number on absurd pages",
        arguments: [
            [], [""], ["", "", ""], [String(repeating: "a", count: 70_000)],
            [String(repeating: "東", count: 3000)], [String(repeating: "a b. ", count: 3000)],
            Array(repeating: "Teilen", count: 600), [String(repeating: "\u{301}", count: 500)],
            Array(repeating: String(repeating: "Ein Satz, der lang ist. ", count: 9), count: 90),
        ])
    func absurd(lines: [String]) { check(PageEvidence(paragraphs: lines)) }

    @Test("a page's features are the same on every run over it")
    func repeatable() throws {
        for document in try TrainingSamples.some.get().prefix(6) {
            let texts = document.paragraphs.map(\.text)
            #expect(
                Fingerprint(PageEvidence(paragraphs: texts))
                    == Fingerprint(PageEvidence(paragraphs: texts)))
        }
    }

    @Test("training's path and use's path give the same evidence for a page")
    func onePage() throws {
        for page in try GoldenPage.all.get().prefix(16) {
            let text = PageText(bytes: page.input)
            let used = PageEvidence(
                text.utf8.span, lines: text.paragraphs.map(\.contentUTF8Range))
            let document = AnnotatedDocument(
                paragraphs: text.paragraphs.map {
                    AnnotatedParagraph(text: text.text(of: $0), label: .none)
                })
            #expect(
                Fingerprint(used) == Fingerprint(LabelSample(document).evidence), "\(page.slug)")
        }
    }

    @Test("a line's terms and shape do not depend on the lines around it")
    func ownViews() {
        let lines = RandomText.page(seed: 77, lines: 12...12)
        let page = PageEvidence(paragraphs: lines)
        let shape = space.slots(of: .shape)
        for (index, line) in lines.enumerated() {
            let alone = PageEvidence(paragraphs: [line])
            #expect(page.keys(of: index).elementsEqual(alone.termKeys))
            #expect(
                page.values(of: index).prefix(shape.count).elementsEqual(
                    alone.values(of: 0).prefix(shape.count)))
        }
    }

    @Test("a paragraph has at most 48 words' terms, however long it is")
    func boundedTerms() {
        let long = PageEvidence(paragraphs: [String(repeating: "kurz ", count: 5000)])
        #expect(long.keys(.words, of: 0).count == TermFeatures.head + TermFeatures.tail)
        let longer = PageEvidence(paragraphs: [String(repeating: "kurz ", count: 9000)])
        #expect(long.termKeys.count == longer.termKeys.count)
        let endless = PageEvidence(paragraphs: [String(repeating: "x", count: 100_000)])
        #expect(endless.termKeys.count < 5000)
    }

    @Test("what changes a line changes its features")
    func sensitive() {
        let first = PageEvidence(paragraphs: ["Jetzt teilen", "Der Rat tagte gestern."])
        let second = PageEvidence(paragraphs: ["Jetzt Teilen!", "Der Rat tagte gestern."])
        #expect(Fingerprint(first) != Fingerprint(second))
    }
}

/// All that the model reads of a page.
struct Fingerprint: Equatable {
    var values: [UInt16]
    var traits: [UInt8]
    var ends: [Int32]
    var keys: [UInt32]

    init(_ page: PageEvidence) {
        values = page.values
        traits = page.traits
        ends = page.termEnds
        keys = page.termKeys
    }
}
