/// The inflected forms of an English verb by rule, with a table of irregular ones.
enum EnglishVerb {
    /// All forms of an infinitive, itself first. O(length).
    static func forms(of verb: String) -> [String] {
        let parts = verb.split(separator: " ", maxSplits: 1)
        let base = String(parts[0])
        let rest = parts.count > 1 ? " " + parts[1] : ""
        var forms = [base, third(base), gerund(base)]
        if let irregular = irregular[base] {
            forms += irregular.split(separator: " ").map(String.init)
        } else {
            forms.append(past(base))
        }
        return forms.map { $0 + rest }
    }

    private static func third(_ base: String) -> String {
        if endsInConsonantY(base) { return base.dropLast() + "ies" }
        for ending in ["s", "x", "z", "ch", "sh", "o"] where base.hasSuffix(ending) {
            return base + "es"
        }
        return base + "s"
    }

    private static func past(_ base: String) -> String {
        if base.hasSuffix("e") { return base + "d" }
        if endsInConsonantY(base) { return base.dropLast() + "ied" }
        return doubled(base) + "ed"
    }

    private static func gerund(_ base: String) -> String {
        if base.hasSuffix("e"), !base.hasSuffix("ee"), base.count > 2 {
            return base.dropLast() + "ing"
        }
        return doubled(base) + "ing"
    }

    private static func endsInConsonantY(_ base: String) -> Bool {
        guard base.hasSuffix("y"), let before = base.dropLast().last else { return false }
        return !"aeiou".contains(before)
    }

    /// Doubles the last consonant of the verbs that do.
    private static func doubled(_ base: String) -> String {
        guard doubling.contains(where: { base.hasSuffix($0) }), let last = base.last else {
            return base
        }
        return base + String(last)
    }

    private static let doubling = [
        "mit", "fer", "quip", "slam", "snap", "stop", "plan", "rebut", "cur", "lam", "tut", "nag",
    ]

    private static let irregular: [String: String] = [
        "say": "said", "tell": "told", "write": "wrote written", "find": "found",
        "show": "showed shown", "think": "thought", "know": "knew known", "hold": "held",
        "make": "made", "speak": "spoke spoken", "give": "gave given", "see": "saw seen",
        "put": "put", "go": "went gone", "come": "came come", "take": "took taken",
        "read": "read", "hear": "heard", "feel": "felt", "mean": "meant", "lay": "laid",
        "swear": "swore sworn", "strike": "struck", "seek": "sought", "bring": "brought",
        "stand": "stood", "understand": "understood", "begin": "began begun", "let": "let",
        "set": "set", "shut": "shut", "hit": "hit", "cut": "cut", "lie": "lied lying",
        "keep": "kept", "leave": "left", "lead": "led", "draw": "drew drawn", "slay": "slew slain",
        "tear": "tore torn", "steal": "stole stolen", "foresee": "foresaw foreseen",
        "reckon": "reckoned", "bear": "bore borne", "run": "ran", "spin": "spun",
        "become": "became", "drive": "drove driven", "break": "broke broken", "grow": "grew grown",
    ]
}
