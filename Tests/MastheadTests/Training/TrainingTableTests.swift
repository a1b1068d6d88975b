import NaiveBayes
import Testing

@testable import Masthead

@Suite("Tables of counts and weights")
struct TrainingTableTests {
    private func counts(_ documents: [AnnotatedDocument]) -> LabelCounts {
        var counts = LabelCounts()
        for document in documents { counts.add(LabelSample(document)) }
        return counts
    }

    private func text(_ counts: LabelCounts, naming documents: [AnnotatedDocument]) -> String {
        var names = TermNames(for: counts)
        for document in documents { names.add(document) }
        return CountTable.text(counts, names: names.names)
    }

    @Test("counts survive being written as text and read again")
    func countRoundTrip() throws {
        let documents = TrainingSamples.random(25, seed: 31)
        let counts = counts(documents)
        #expect(try CountTable.counts(text(counts, naming: documents)) == counts)
    }

    @Test("counts of real documents survive too")
    func realRoundTrip() throws {
        let documents = Array(try TrainingSamples.some.get().prefix(3))
        let counts = counts(documents)
        let found = try CountTable.counts(text(counts, naming: documents))
        #expect(found == counts)
    }

    @Test("a name of another view's term, which only shares the key, is left out")
    func sharedKey() throws {
        let counts = counts([TrainingSamples.document([(.body, "eins zwei")])])
        var names = TermNames(for: counts)
        names.add(TrainingSamples.document([(.body, "eins zwei")]))
        let key = try #require(TermName.key(.bigrams, "eins zwei"))
        var mixed = names.names
        mixed[key] = "^ eins zwei drei"
        let table = CountTable.text(counts, names: mixed)
        #expect(!table.contains("drei"))
        #expect(throws: Never.self) { try CountTable.counts(table) }
    }

    @Test("words that begin with a combining mark survive too")
    func combiningMarks() throws {
        let documents = [TrainingSamples.document([(.body, "a \u{301}b c"), (.share, "\u{301}x")])]
        let counts = counts(documents)
        #expect(try CountTable.counts(text(counts, naming: documents)) == counts)
    }

    @Test("the table is sorted, so that equal counts give equal text")
    func sorted() {
        let documents = TrainingSamples.random(10, seed: 32)
        let first = text(counts(documents), naming: documents)
        #expect(first == text(counts(documents.reversed()), naming: documents.reversed()))
    }

    @Test("comments and blank lines are skipped, counts of the same thing are added")
    func comments() throws {
        let table = "# comment\n\nwords\tteilen\tshare=32\nwords\tteilen\tshare=16 body=2\n"
        let counts = try CountTable.counts(table)
        let key = try #require(TermName.key(.words, "teilen"))
        let row = counts.terms[View.words.termIndex][key]
        #expect(row[Int(ParagraphLabel.share.rawValue)] == 48 && row.wrappedSum() == 50)
    }

    @Test(
        "a line that is none of a count table is named with what was expected",
        arguments: [
            ("words\tteilen", "three fields"),
            ("words\tzwei wörter\tshare=1", "a term of the view 'words'"),
            ("words\tteilen\tnothing=1", "a label"),
            ("words\tteilen\tshare=0", "'name=count' with a count above 0"),
            ("words\tteilen\tshare=-3", "'name=count' with a count above 0"),
            ("words\tteilen\tshare=99999999999", "'name=count' with a count above 0"),
            ("page\twords=99\tshare=1", "a feature and its value"),
            ("page\tnothing=1\tshare=1", "a feature and its value"),
            ("total\tnothing\tshare=1", "a view or a regime"),
            ("traits\tnothing\t1=1", "a regime"), ("traits\tpage\t9999=1", "a trait's value"),
            ("nothing\tx\tshare=1", "a view, a regime, 'total' or 'traits'"),
        ])
    func countFaults(line: String, expected: String) {
        #expect(throws: CountTable.Fault.line(2, expected: expected)) {
            try CountTable.counts("# first\n" + line)
        }
    }

    @Test("counts too large to be added up are refused instead of overflowing")
    func overflow() {
        let largest = Int32.max
        for line in ["traits\tpage\t0=\(largest)", "words\tteilen\tshare=\(largest)"] {
            #expect(throws: CountTable.Fault.self) {
                try CountTable.counts("\(line)\n\(line)\n")
            }
        }
    }

    @Test("weights survive being written and read, to four decimals")
    func weightRoundTrip() throws {
        var random = SplitMix(seed: 33)
        var weights = LabelWeights()
        for regime in 0..<2 {
            for index in weights.first[regime].weights.indices {
                for label in 0..<ParagraphLabel.count {
                    let weight = Float.random(in: -2...2, using: &random)
                    weights.first[regime].weights[index][label] = WeightTable.rounded(weight)
                }
            }
            weights.second[regime].weights[7][3] = -0.1234
        }
        #expect(try WeightTable.weights(WeightTable.text(weights)) == weights)
    }

    @Test("weights that are missing, too many, of no layer or not numbers are refused")
    func weightFaults() throws {
        let lines = WeightTable.text(LabelWeights()).split(separator: "\n").map(String.init)
        let numbers = Array(repeating: "0.0", count: ParagraphLabel.count)
        func weights(_ changed: [String]) throws -> LabelWeights {
            try WeightTable.weights(changed.joined(separator: "\n"))
        }
        #expect(throws: CountTable.Fault.line(lines.count - 1, expected: "1 more lines")) {
            try weights(Array(lines.dropLast()))
        }
        func changed(_ head: String, _ numbers: [String]) -> [String] {
            [head + "\t" + numbers.joined(separator: "\t")] + lines.dropFirst()
        }
        let shape = "layer, regime, input and one weight a label"
        for head in ["third\tpage\t0", "first\tnothing\t0", "first\tpage\tx"] {
            #expect(throws: CountTable.Fault.line(1, expected: shape)) {
                try weights(changed(head, numbers))
            }
        }
        #expect(throws: CountTable.Fault.line(1, expected: shape)) {
            try weights(changed("first\tpage\t0", Array(numbers.dropLast())))
        }
        #expect(throws: CountTable.Fault.line(1, expected: "an input of the layer")) {
            try weights(changed("first\tpage\t9999", numbers))
        }
        for number in ["nan", "inf", "x"] {
            #expect(throws: CountTable.Fault.self) {
                try weights(changed("first\tpage\t0", [number] + numbers.dropFirst()))
            }
        }
    }
}

@Suite("Tabulation")
struct TrainingTabulationTests {
    /// A page of a family in which a line stands so many times.
    private func sample(_ family: String, _ line: String, times: Int) -> LabelSample {
        let lines = Array(repeating: (ParagraphLabel.share, line), count: times)
        return LabelSample(TrainingSamples.document(family: family, lines))
    }

    private func published(_ samples: [LabelSample], _ word: String) -> Int32 {
        guard let key = TermName.key(.words, word) else { return -1 }
        return Tabulation(samples).published.terms[View.words.termIndex][key].wrappedSum()
    }

    @Test("a term of three lines in two groups is published, of fewer it is not")
    func threshold() {
        #expect(
            published([sample("a", "geheim", times: 2), sample("b", "geheim", times: 1)], "geheim")
                == 48)
        #expect(
            published([sample("a", "geheim", times: 1), sample("b", "geheim", times: 1)], "geheim")
                == 0)
        #expect(published([sample("a", "geheim", times: 50)], "geheim") == 0)
        #expect(
            published([sample("a", "geheim", times: 2), sample("a", "geheim", times: 2)], "geheim")
                == 0)
    }

    @Test("nothing that is published stands in fewer than three lines or two groups")
    func random() {
        let documents = TrainingSamples.random(30, seed: 34, families: 5)
        let samples = documents.map { LabelSample($0) }
        let published = Tabulation(samples).published
        var all = LabelCounts()
        var groups: [UInt32: Set<String>] = [:]
        for sample in samples {
            all.add(sample)
            for key in sample.evidence.termKeys { groups[key, default: []].insert(sample.group) }
        }
        var withheld = 0
        for view in published.terms.indices {
            for (key, row) in all.terms[view].rows {
                let isCommon = row.wrappedSum() >= 48 && groups[key, default: []].count >= 2
                #expect(published.terms[view][key] == (isCommon ? row : .zero))
                withheld += isCommon ? 0 : 1
            }
            #expect(published.terms[view].rows.count <= all.terms[view].rows.count)
        }
        #expect(withheld > 0)
        #expect(published.termTotals == all.termTotals && published.lines == all.lines)
    }

    @Test("values of features are withheld by the same rule")
    func values() {
        let one = [sample("a", "Teilen", times: 9)]
        let values = Tabulation(one).published.values[0]
        #expect(values.rows.allSatisfy { $0 == .zero })
        let two = one + [sample("b", "Teilen", times: 9)]
        #expect(Tabulation(two).published.values[0].rows.contains { $0 != .zero })
    }

    @Test("the published counts do not depend on the order of the samples")
    func order() {
        let samples = TrainingSamples.random(20, seed: 35).map { LabelSample($0) }
        #expect(Tabulation(samples).published == Tabulation(samples.reversed()).published)
    }

    @Test("names are given to published terms only")
    func names() {
        let documents = ["a", "b"].map { family in
            TrainingSamples.document(
                family: family,
                [
                    (.share, "teilen jetzt"), (.share, "teilen jetzt"),
                    (.body, "geheimnis \(family)x"),
                ])
        }
        let published = Tabulation(documents.map { LabelSample($0) }).published
        var names = TermNames(for: published)
        for document in documents { names.add(document) }
        #expect(names.names.values.contains("teilen jetzt"))
        #expect(!names.names.values.contains { $0.contains("ax") || $0.contains("bx") })
        let text = CountTable.text(published, names: names.names)
        #expect(!text.contains("ax") && text.contains("teilen"))
    }
}
