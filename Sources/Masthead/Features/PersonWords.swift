/// Words of the first and second person: whether a line speaks for itself or to its reader.
///
/// Articles say "we" and "you" in quotations; publishers, shops and readers say them without.
/// The words are closed classes, so a table names them; what they mean for a label is counted
/// like every other value.
struct PersonWords: Sendable {
    static let shared = PersonWords()

    enum Person: UInt8 { case none, we, you, capitalisedYou, i }

    /// Persons by the low bits of a word's hash; a full table is never needed, since a slot
    /// holds its word's whole hash.
    private let slots: [(hash: UInt64, person: Person)]
    private static let mask: UInt64 = 1023

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
        var slots = [(hash: UInt64, person: Person)](
            repeating: (0, .none), count: Int(Self.mask) + 1)
        for (person, list) in Self.words {
            for word in list.split(whereSeparator: \.isWhitespace) {
                var hash = WordHash()
                for scalar in word.unicodeScalars { hash.append(scalar.value) }
                var slot = hash.value >> 32 & Self.mask
                while slots[Int(slot)].person != .none { slot = (slot + 1) & Self.mask }
                slots[Int(slot)] = (hash.value, person)
            }
        }
        self.slots = slots
    }

    /// The person of a word by its hash.
    func person(of hash: UInt64) -> Person {
        var slot = hash >> 32 & Self.mask
        while slots[Int(slot)].person != .none {
            if slots[Int(slot)].hash == hash { return slots[Int(slot)].person }
            slot = (slot + 1) & Self.mask
        }
        return .none
    }
}
