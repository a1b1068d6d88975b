/// A term as people read it, in count tables and explanations; the inverse of hashing.
///
/// | form | name |
/// |---|---|
/// | word | `teilen` |
/// | pair of words | `jetzt teilen`, at the line's start `^ jetzt`, at its end `teilen $12` |
/// | run of four letters inside a word | `eile` |
/// | whole line | `^ jetzt teilen $` |
///
/// Words are lower-cased, digits are read as 0.
struct TermName {
    private let tokens: ArraySlice<Token>
    private let text: [UInt8]

    /// Names of the terms of a text, the line that `scanner` scanned last.
    init(_ text: [UInt8], _ scanner: LineScanner) {
        self.text = text
        tokens = scanner.tokens
    }

    /// The name of a term of a line.
    func name(of term: Term, in line: LineScan) -> String {
        let first = Int(term.first)
        let word = word(first)
        switch term.form {
        case .word: return word
        case .pair: return self.word(first - 1) + " " + word
        case .lineStart: return "^ " + word
        case .lineEnd: return word + " $\(ShapeFeatures.endClass(line))"
        case .gram:
            return gram(Int(term.count), of: Array(word.unicodeScalars))
        case .wholeLine: return "^ " + phrase(term) + " $"
        }
    }

    /// Runs end at letters only; an apostrophe stands inside them.
    private func gram(_ number: Int, of word: [Unicode.Scalar]) -> String {
        let ends = word.indices.filter { $0 >= 3 && word[$0] != "'" }
        guard ends.indices.contains(number) else { return "" }
        let run = word[(ends[number] - 3)...ends[number]]
        return String(String.UnicodeScalarView(run))
    }

    private func phrase(_ term: Term) -> String {
        let first = Int(term.first)
        return (first..<(first + Int(term.count))).map(word).joined(separator: " ")
    }

    private func word(_ index: Int) -> String {
        let token = tokens[index]
        let bytes = text[Int(token.start)..<Int(token.start + token.length)]
        let table = CharacterTable.shared
        var name = ""
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            let character = table.character(scalar.value)
            let lower = Unicode.Scalar(character.lower) ?? scalar
            name.unicodeScalars.append(
                character.kind == .digit ? "0" : character.kind == .apostrophe ? "'" : lower)
        }
        return name
    }
}

extension TermName {
    /// The key of a term given by its view and name, or nil where the name is not of a form that
    /// the view has. `key(view, name(of: term)) == term.key` for every term, but for those made
    /// of the marks `^` and `$`, which stand for the ends of a line.
    static func key(_ view: View, _ name: String) -> UInt32? {
        // By code points: a space before a combining mark is no space as a character.
        let parts = name.unicodeScalars.split(separator: " ").map { String($0) }
        switch view {
        case .words:
            return parts.count == 1 ? hash(parts[0]).map { TermKey.key($0, .word) } : nil
        case .bigrams: return parts.count == 2 ? pair(parts[0], parts[1]) : nil
        case .grams: return parts.count == 1 ? gram(name) : nil
        case .phrases: return phrase(parts)
        default: return nil
        }
    }

    private static func pair(_ first: String, _ second: String) -> UInt32? {
        if second.hasPrefix("$"), second.count > 1, let end = Int(second.dropFirst()) {
            guard let word = hash(first) else { return nil }
            return TermKey.key(TermKey.joined(word, TermKey.lineEnd(end)), .lineEnd)
        }
        guard let word = hash(second) else { return nil }
        if first == "^" {
            return TermKey.key(TermKey.joined(TermKey.lineStart, word), .lineStart)
        }
        guard let previous = hash(first) else { return nil }
        return TermKey.key(TermKey.joined(previous, word), .pair)
    }

    private static func gram(_ name: String) -> UInt32? {
        var hash = WordHash()
        for scalar in name.unicodeScalars { hash.append(scalar.value) }
        return hash.characters == 4 ? hash.gramKey : nil
    }

    private static func phrase(_ parts: [String]) -> UInt32? {
        guard parts.first == "^", parts.last == "$" else { return nil }
        var hash = TermKey.phraseStart
        for word in parts.dropFirst().dropLast() {
            guard let next = Self.hash(word) else { return nil }
            hash = TermKey.joined(hash, next)
        }
        return TermKey.key(hash, .wholeLine)
    }

    /// The hash of a token by its name: a word, a number or a single mark.
    private static func hash(_ name: String) -> UInt64? {
        let bytes = Array(name.utf8)
        var scanner = LineScanner()
        _ = scanner.scan(bytes.span, 0..<bytes.count)
        return scanner.tokens.count == 1 ? scanner.tokens[0].hash : nil
    }
}
