/// Words that tell whether a line speaks for itself, to its reader, or of its publisher.
///
/// Articles say "we" and "you" in quotations; publishers, shops and readers say them without.
/// "Our readers", "unsere Redaktion" is a publisher. The persons are closed classes and what
/// publishers make is a small one, so a table names them; what they mean for a label is counted
/// like every other value.
struct WordRoles: Sendable {
    static let shared = WordRoles()

    enum Role: UInt8 { case none, we, you, capitalisedYou, i, publishing }

    /// Roles by bits of a word's hash, and the whole hash of the word in each place.
    private let roles: [Role]
    private let hashes: [UInt64]
    private static let mask: UInt64 = 2047
    private static let longest = 19

    private static let words: [(Role, String)] = [
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
        (
            .publishing,
            """
            website webseite webseiten internetseite homepage seite seiten portal plattform archiv
            artikel artikeln beitrag beiträge beiträgen text texte texten inhalt inhalte inhalten
            angebot angebote angeboten berichterstattung recherche recherchen journalismus arbeit
            redaktion redaktionen redakteure reporter reporterin reporterinnen autor autorin autoren
            autorinnen korrespondent korrespondenten kollegen kolleginnen team zeitung magazin heft
            blog podcast sendung sender kanal kanäle kanälen account accounts app newsletter
            newslettern verlag leser lesern leserin leserinnen leserschaft nutzer nutzern
            nutzerinnen hörer hörerinnen zuschauer abonnenten abonnentinnen abo abos unterstützer
            spender mitglieder community partner werbepartner datenschutz datenschutzhinweise
            site page content article articles story stories coverage reporting journalism newsroom
            editorial editors editor reporters journalists staff readers reader audience subscribers
            supporters members channel channels magazine newspaper newsletters archive work policy
            privacy partners advertisers
            sites pages contenus rédaction lecteurs lectrices journal journalistes abonnés
            redacción lectores contenido contenidos periodismo artículos suscriptores socios
            redazione lettori contenuti articoli giornale redação leitores conteúdo jornalismo
            redactie lezers artikelen redakcja czytelników сайт сайта сайте редакция редакции
            читателей материалы канал
            """
        ),
    ]

    private init() {
        var roles = [Role](repeating: .none, count: Int(Self.mask) + 1)
        var hashes = [UInt64](repeating: 0, count: roles.count)
        for (role, list) in Self.words {
            for word in list.split(whereSeparator: \.isWhitespace) {
                var hash = WordHash()
                for scalar in word.unicodeScalars { hash.append(scalar.value) }
                var slot = Self.slot(hash.value)
                while roles[slot] != .none { slot = Self.slot(behind: slot) }
                roles[slot] = role
                hashes[slot] = hash.value
            }
        }
        self.roles = roles
        self.hashes = hashes
    }

    /// The role of a word. The table is mostly empty, so one look is the rule.
    @inline(__always)
    func role(of word: WordHash) -> Role {
        if word.characters > Self.longest { return .none }
        var slot = Self.slot(word.value)
        while roles[slot] != .none {
            if hashes[slot] == word.value { return roles[slot] }
            slot = Self.slot(behind: slot)
        }
        return .none
    }

    @inline(__always)
    private static func slot(_ hash: UInt64) -> Int { Int(hash >> 32 & mask) }

    private static func slot(behind slot: Int) -> Int { (slot + 1) & Int(mask) }
}
