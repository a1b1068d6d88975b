/// The inflected forms of a German verb by rule, with a table of strong stems.
struct GermanVerb: Sendable {
    /// Indicative, participle and infinitive forms without a separated particle.
    private(set) var joined: [String] = []
    /// Finite forms whose particle stands at the end of the clause.
    private(set) var separated: [String] = []
    /// The particle, empty where the verb has none.
    private(set) var particle = ""
    /// Konjunktiv I, third person singular, as it stands at the end of a clause.
    private(set) var reported = ""
    /// Konjunktiv I of the same person, without the particle; empty where there is none.
    private(set) var reportedSeparated = ""

    /// The forms of an infinitive such as `betonen`, `mitteilen`, `sich weigern`. O(length).
    init(infinitive: String) {
        var word = infinitive
        if word.hasPrefix("sich ") { word.removeFirst(5) }
        particle = Self.particle(of: word)
        let base = String(word.dropFirst(particle.count))
        let forms = Self.forms(of: base, hasPrefix: particle.isEmpty && Self.prefix(of: word) != "")
        joined = forms.finite.map { particle + $0 } + [word]
        joined += forms.participles.map { particle + $0 }
        if !particle.isEmpty {
            separated = forms.finite
            joined.append(particle + "zu" + base)
            reportedSeparated = forms.reported
        }
        reported = particle + forms.reported
        let participle = String(forms.participles.first ?? "")
        for ending in ["e", "en", "er", "es", "em"] where !participle.isEmpty {
            joined.append(particle + participle + ending)
        }
    }

    private struct Forms {
        var finite: [String] = []
        var participles: [String] = []
        var reported = ""
    }

    private static func forms(of base: String, hasPrefix: Bool) -> Forms {
        let root = base.hasSuffix("en") ? String(base.dropLast(2)) : String(base.dropLast(1))
        var forms = Forms()
        forms.reported = base.hasSuffix("eln") ? root.dropLast(2) + "le" : root + "e"
        let inner = prefix(of: base)
        if let strong = strongStems[String(base.dropFirst(inner.count))] {
            let stems = strong.split(separator: " ").map(String.init)
            let present = inner + stems[0]
            let past = inner + stems[1]
            forms.finite = [root + "e", present + "t", present, base]
            if stems.count > 3 { forms.finite.append(inner + stems[3]) }
            forms.finite += [past, past + "en", past + "st", past + "e", past + "t"]
            forms.participles = [(inner.isEmpty ? "ge" : inner) + stems[2]]
            return forms
        }
        let soft =
            ["t", "d"].contains(root.suffix(1)) || root.hasSuffix("chn")
            || root.hasSuffix("ffn") || root.hasSuffix("gn") || root.hasSuffix("dm")
        let link = soft ? "e" : ""
        forms.finite = [
            root + "e", root + link + "t", root + link + "te", root + link + "ten",
            root + link + "st", root + link + "tet", base,
        ]
        let bare = hasPrefix || !inner.isEmpty || base.hasSuffix("ieren")
        forms.participles = [(bare ? "" : "ge") + root + link + "t"]
        return forms
    }

    private static func particle(of word: String) -> String {
        for particle in particles where word.hasPrefix(particle) {
            let rest = word.dropFirst(particle.count)
            if rest.count >= 4, rest.contains(where: { "aeiouäöü".contains($0) }),
                !notSeparable.contains(where: { word.hasPrefix($0) })
            {
                return particle
            }
        }
        return ""
    }

    private static func prefix(of word: String) -> String {
        for prefix in prefixes where word.hasPrefix(prefix) && word.count >= prefix.count + 4 {
            return prefix
        }
        return ""
    }

    /// Longest first, so that `zurück` is found before `zu`.
    private static let particles = [
        "entgegen", "zusammen", "zurecht", "zurück", "voraus", "vorweg", "heraus", "hinaus",
        "herunter", "herbei", "hervor", "hinzu", "hinweg", "hinein", "herein", "nieder", "wieder",
        "gegenüber", "bereit", "bekannt", "klar", "fest", "frei", "fort", "nach", "nahe", "nahe",
        "auf", "aus", "ein", "her", "hin", "los", "mit", "vor", "weg", "ab", "an", "bei", "dar",
        "um", "zu", "statt", "richtig", "schön",
    ]

    /// Verbs that begin like a particle but are not separable.
    private static let notSeparable = [
        "wiederhol", "widersp", "antwort", "beanspr", "anerk", "umfass", "umgeh", "abonn",
        "argument", "ahn", "beichten", "beinhalt", "ausw", "losung", "einig", "mitleid",
        "beken", "herrsch", "vorm", "festig", "klaren", "klär", "achten", "nachten",
    ].filter { $0 != "ausw" && $0 != "anerk" && $0 != "vorm" }

    private static let prefixes = [
        "miss", "wider", "hinter", "unter", "über", "ver", "ent", "emp", "zer", "er", "be", "ge",
    ]

    /// Present third person without -t where it has none, past, participle without ge-, and
    /// the third person where it can't be formed with -t.
    private static let strongStems: [String: String] = [
        "sprechen": "sprich sprach sprochen", "nennen": "nenn nannte nannt",
        "weisen": "weis wies wiesen", "werfen": "wirf warf worfen",
        "schreiben": "schreib schrieb schrieben", "geben": "gib gab geben",
        "rufen": "ruf rief rufen", "raten": "rät riet raten", "halten": "hält hielt halten",
        "heißen": "heiß hieß heißen", "schließen": "schließ schloss schlossen",
        "lassen": "lass ließ lassen lässt", "sehen": "sieh sah sehen",
        "finden": "find fand funden findet",
        "stehen": "steh stand standen", "gestehen": "gesteh gestand standen",
        "gehen": "geh ging gangen", "kommen": "komm kam kommen", "nehmen": "nimm nahm nommen nimmt",
        "bringen": "bring brachte bracht", "denken": "denk dachte dacht",
        "kennen": "kenn kannte kannt", "ziehen": "zieh zog zogen", "fallen": "fäll fiel fallen",
        "tragen": "träg trug tragen", "schlagen": "schläg schlug schlagen",
        "laufen": "läuf lief laufen", "leiten": "leitet leitete leitet",
        "scheinen": "schein schien schienen", "bleiben": "bleib blieb blieben",
        "steigen": "steig stieg stiegen", "streiten": "streitet stritt stritten",
        "schelten": "schilt schalt scholten", "bitten": "bittet bat beten",
        "bieten": "bietet bot boten", "lügen": "lüg log logen", "tun": "tut tat tan",
        "schweigen": "schweig schwieg schwiegen", "treiben": "treib trieb trieben",
        "greifen": "greif griff griffen", "brechen": "brich brach brochen",
        "treten": "tritt trat treten", "fangen": "fäng fing fangen",
        "schneiden": "schneidet schnitt schnitten",
        "beißen": "beiß biss bissen", "reißen": "reiß riss rissen",
        "schießen": "schieß schoss schossen",
        "sterben": "stirb starb storben", "winnen": "winn wann wonnen",
        "ginnen": "ginn gann gonnen",
        "zwingen": "zwing zwang zwungen", "dringen": "dring drang drungen",
        "singen": "sing sang sungen",
        "schwören": "schwör schwor schworen", "lesen": "lies las lesen",
        "essen": "iss aß gessen isst",
        "messen": "miss maß messen misst", "gessen": "giss gaß gessen gisst",
        "helfen": "hilf half holfen",
        "werben": "wirb warb worben", "stoßen": "stöß stieß stoßen", "fahren": "fähr fuhr fahren",
        "wissen": "weiß wusste wusst", "fechten": "ficht focht fochten",
        "scheiden": "scheidet schied schieden",
    ]
}
