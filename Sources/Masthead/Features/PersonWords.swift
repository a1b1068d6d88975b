/// Words of the first and second person: whether a line speaks for itself or to its reader.
///
/// Articles say "we" and "you" in quotations; publishers, shops and readers say them without.
/// The words are closed classes, so a table names them; what they mean for a label is counted
/// like every other value.
struct PersonWords: Sendable {
    static let shared = PersonWords()

    enum Person: UInt8 { case none, we, you, capitalisedYou, i }

    /// Persons by bits of a word's hash, and the whole hash of the word in each place.
    private let persons: [Person]
    private let hashes: [UInt64]
    private static let mask: UInt64 = 1023
    private static let longest = 8

    private static let words: [(Person, String)] = [
        (
            .we,
            """
            wir uns unser unsere unserer unserem unseren unseres we us our ours nous notre nos
            nosotros nosotras nuestro nuestra nuestros nuestras noi nostro nostra nostri nostre
            nós nosso nossa nossos nossas wij ons onze nas nasz nasza nasze naszej naszego nam
            мы нас нам наш наша наше наши нашего нашей наших biz bizim bize bizi
            """
        ),
        (
            .you,
            """
            du dich dir dein deine deiner deinem deinen euch euer eure eurer eurem euren
            you your yours vous votre vos usted ustedes voi vostro vostra vostri você vocês
            jij jouw jullie uw twój twoja twoje wasz wasza вы вас вам ваш ваша ваше ваши вашего
            вашей siz sizin size sizi
            """
        ),
        (.capitalisedYou, "sie ihr ihre ihrer ihrem ihren ihnen"),
        (
            .i,
            "ich mich mir mein meine meiner meinem meinen i me my je moi mon yo mi io я меня мне ben"
        ),
    ]

    private init() {
        var persons = [Person](repeating: .none, count: Int(Self.mask) + 1)
        var hashes = [UInt64](repeating: 0, count: persons.count)
        for (person, list) in Self.words {
            for word in list.split(whereSeparator: \.isWhitespace) {
                var hash = WordHash()
                for scalar in word.unicodeScalars { hash.append(scalar.value) }
                var slot = Self.slot(hash.value)
                while persons[slot] != .none { slot = Self.slot(behind: slot) }
                persons[slot] = person
                hashes[slot] = hash.value
            }
        }
        self.persons = persons
        self.hashes = hashes
    }

    /// The person of a word. The table is mostly empty, so one look is the rule.
    @inline(__always)
    func person(of word: WordHash) -> Person {
        if word.characters > Self.longest { return .none }
        var slot = Self.slot(word.value)
        while persons[slot] != .none {
            if hashes[slot] == word.value { return persons[slot] }
            slot = Self.slot(behind: slot)
        }
        return .none
    }

    @inline(__always)
    private static func slot(_ hash: UInt64) -> Int { Int(hash >> 32 & mask) }

    private static func slot(behind slot: Int) -> Int { (slot + 1) & Int(mask) }
}
