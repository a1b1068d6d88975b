import NaiveBayes

@testable import Masthead

/// Made-up pages of three styles, each with wording of its own and some noise.
enum StyleSamples {
    private static let wordings: [(OutletStyle, [String])] = [
        (.blog, ["Letzte Beiträge", "Schreibe einen Kommentar", "Blogroll", "Über mich"]),
        (.regionalPress, ["Traueranzeigen", "Lokalsport", "E-Paper", "Aus dem Landkreis"]),
        (.institution, ["Mitglied werden", "Pressemitteilungen", "Satzung", "Vorstand"]),
    ]
    private static let noise = [
        "Impressum", "Kontakt", "Suche", "Nach oben", "Datenschutz", "Startseite", "Mehr",
    ]

    /// A fit of fewer and longer steps, for the time that tests take.
    static let fit: StyleFit = {
        var fit = StyleFit()
        fit.epochs = 40
        fit.rate = 0.1
        fit.slotPenalty = 5
        fit.viewPenalty = 1
        return fit
    }()

    static func document(_ number: Int, seed: UInt64 = 1) -> AnnotatedDocument {
        var random = SplitMix(seed: seed &* 1000 &+ UInt64(number))
        let (style, wording) = wordings[number % wordings.count]
        var lines: [(String, ParagraphLabel)] = []
        for text in noise.shuffled(using: &random).prefix(4) { lines.append((text, .navigation)) }
        for text in wording.shuffled(using: &random).prefix(3) { lines.append((text, .navigation)) }
        lines.append(("Ein Titel über \(number) Dinge", .headline))
        lines.append(("Der Rat hat am Abend beschlossen, die Brücke neu zu bauen.", .body))
        lines.append(("Das sagte die Sprecherin. Ich war dabei!", .body))
        lines.append(("Foto: Archiv", .caption))
        var document = AnnotatedDocument(
            id: "\(number)",
            paragraphs: lines.map { AnnotatedParagraph(text: $0.0, label: .label($0.1)) })
        document.outlet = AnnotatedOutlet(name: "Outlet \(number)", style: style.name)
        document.language = "de"
        document.other["site"] = .string("site\(number)")
        return document
    }

    static func samples(_ count: Int, seed: UInt64 = 1) -> [StyleSample] {
        (0..<count).compactMap { StyleSample(document($0, seed: seed)) }
    }

    static func trainer(_ samples: [StyleSample]) -> StyleTrainer {
        var trainer = StyleTrainer()
        for sample in samples { trainer.add(sample) }
        return trainer
    }
}
