extension Program {
    /// Whether the line calls the program at least once and each call parses.
    ///
    /// A line may be a pipeline; the calls of other programs in it are not looked at.
    func canParse(_ example: Example) -> Bool {
        guard let pipeline = shellCommands(in: example.line) else { return false }
        let calls = pipeline.filter { $0.first == name }
        return !calls.isEmpty
            && calls.allSatisfy { (try? parse(Array($0.dropFirst()))) != nil }
    }
}

/// The commands of a shell line as words, or nil where a quote stays open.
///
/// Knows what examples need: blanks, single and double quotes, redirections, and the operators
/// that separate commands. Variables and globs pass as they are: a name of a file to the parser.
func shellCommands(in line: String) -> [[String]]? {
    var commands: [[String]] = [[]]
    var word: String?
    var quote: Character?
    var isRedirected = false

    func endWord() {
        // The word after `<` or `>` is the shell's, not the command's.
        if let word, !isRedirected { commands[commands.count - 1].append(word) }
        if word != nil { isRedirected = false }
        word = nil
    }
    for character in line {
        switch character {
        case quote: quote = nil
        case _ where quote != nil: word = (word ?? "") + String(character)
        case "'", "\"":
            quote = character
            word = word ?? ""
        case " ": endWord()
        case "<", ">":
            // In `2>file` the digit belongs to the redirection.
            if word == "2" { word = nil }
            endWord()
            isRedirected = true
        case "|", ";", "&":
            endWord()
            commands.append([])
        default: word = (word ?? "") + String(character)
        }
    }
    endWord()
    return quote == nil ? commands.filter { !$0.isEmpty } : nil
}
