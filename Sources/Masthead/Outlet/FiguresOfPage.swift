/// Figures of a page's text. Definitions and limits: `Documentation/outlet.md`.
public struct PageFigures: Sendable, Hashable {
    /// Words of the running text (`body`): runs of letters, ideographs each by itself; numbers
    /// are none.
    public let words: Int
    /// Sentences of the running text.
    public let sentences: Int
    /// Words a sentence; 0 without a sentence.
    public let meanSentenceLength: Float
    /// Share of the running text's words that stand between quotation marks, 0 to 1.
    public let quotedShare: Float
    /// Cues of attribution ("laut", "berichtete", "according to") in 1,000 words of the running
    /// text.
    public let attributionRate: Float
    /// Share of each label in the words and numbers of the page, in the order of
    /// `ParagraphLabel.allCases`; they sum to 1, less the share of unlabelled paragraphs.
    public let labelShares: [Float]
}

extension SourceScan {
    /// The page's figures. O(tokens).
    func figures() -> PageFigures {
        var counter = FigureCounter()
        for paragraph in paragraphs { counter.count(paragraph) }
        return counter.figures(wordsByLabel, of: pageWords)
    }
}

private struct FigureCounter {
    private var words = 0
    private var sentences = 0
    private var quoted = 0
    private var attributions = 0

    mutating func count(_ paragraph: ScannedParagraph) {
        guard paragraph.label == .body else { return }
        words += paragraph.tokens.count { $0.isWord }
        sentences += paragraph.sentenceCount
        quoted += paragraph.quotedWords
        // "berichtete die" is one cue, though "berichtete" is one too.
        var reached = 0
        for cue in paragraph.cues where cue.kind == .before || cue.kind == .after {
            if cue.tokens.lowerBound >= reached { attributions += 1 }
            reached = max(reached, cue.tokens.upperBound)
        }
    }

    func figures(_ wordsByLabel: [Int], of total: Int) -> PageFigures {
        PageFigures(
            words: words, sentences: sentences,
            meanSentenceLength: sentences == 0 ? 0 : Float(words) / Float(sentences),
            quotedShare: words == 0 ? 0 : Float(quoted) / Float(words),
            attributionRate: words == 0 ? 0 : 1000 * Float(attributions) / Float(words),
            labelShares: wordsByLabel.map { total == 0 ? 0 : Float($0) / Float(total) })
    }
}

extension ScannedParagraph {
    /// Sentences: each ends with a full stop, question or exclamation mark or ellipsis that is
    /// followed by a space and no lower-case word, abbreviations, initials and ordinals
    /// excepted, or with the paragraph. A paragraph without a word has none.
    var sentenceCount: Int {
        var count = 0
        var hasWord = false
        for (index, token) in tokens.enumerated() {
            if token.isWord { hasWord = true }
            guard token.mark != 0, hasWord, ends(index) else { continue }
            count += 1
            hasWord = false
        }
        return count + (hasWord ? 1 : 0)
    }

    private func ends(_ index: Int) -> Bool {
        let token = tokens[index]
        switch Unicode.Scalar(token.mark) {
        case "。", "！", "？", "｡": return true
        case "?", "!", "…", "؟", "।": break
        case ".":
            guard index > 0 else { return false }
            let previous = tokens[index - 1]
            // "3. Mai", "Dr.", "z. B.", "J."
            if previous.shape == .number && previous.range.count <= 2 { return false }
            if !endsSentence(index) { return false }
        default: return false
        }
        var next = index + 1
        while next < tokens.count, tokens[next].mark == 0x22 || tokens[next].isMark(")") {
            next += 1
        }
        guard next < tokens.count else { return true }
        return tokens[next].shape != .lower && tokens[next].shape != .mark
            || tokens[next].spaceBefore && tokens[next].shape == .mark
    }

    /// Words between a quotation mark and the next one of the paragraph. An odd mark at the end
    /// opens nothing: a quotation of several paragraphs counts where its marks pair.
    var quotedWords: Int {
        var words = 0
        var open: Int?
        for index in tokens.indices {
            if open != nil && tokens[index].isWord { open? += 1 }
            guard isQuote(index) else { continue }
            if let counted = open {
                words += counted
                open = nil
            } else {
                open = 0
            }
        }
        return words
    }

    /// Single quotation marks are left out: they are apostrophes as often, and stand inside
    /// double ones.
    private func isQuote(_ index: Int) -> Bool {
        guard tokens[index].mark == 0x22 else { return false }
        let bytes = text.text.utf8
        let start = bytes.index(bytes.startIndex, offsetBy: tokens[index].bytes.lowerBound)
        switch text.text.unicodeScalars[start] {
        case "‘", "‚", "‛", "‹", "›": return false
        default: return true
        }
    }
}
