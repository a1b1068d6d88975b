/// The cues of which only single words are asked for, such as links and particles.
///
/// Half of a text's words are such cues and hardly one matters, so they are not found beforehand:
/// whoever asks for one has it looked up.
struct CueWords: Sendable {
    /// A node for each kind, and below it its words.
    private var words = HashedEdges()

    /// The single words among the cues. O(size).
    init(_ cues: [CreditCue]) {
        for cue in cues {
            guard let number = cue.kind.wordNumber else { continue }
            let tokens = TokenText(cue.wording).tokens
            if tokens.count == 1 {
                _ = words.child(of: number, by: tokens[0].exact, addingAs: number)
            }
        }
    }

    /// Whether a token is a cue of the kind of that number. O(1).
    func contains(_ token: TokenText.Token, ofKind number: UInt32) -> Bool {
        words.child(of: number, by: token.exact) != nil
    }
}

extension CreditCue.Kind {
    /// A number for a kind of which only single words are asked for; nil for the others.
    var wordNumber: UInt32? {
        switch self {
        case .abbreviation: 0
        case .byline: 1
        case .compound: 2
        case .link: 3
        case .masthead: 4
        case .organisation: 5
        case .particle: 6
        case .preposition: 7
        case .pronoun: 8
        default: nil
        }
    }
}
