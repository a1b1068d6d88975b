import Testing

@testable import Masthead

/// Small tables and documents for tests of stance marking.
enum StanceFixture {
    static let table = """
        category\tterm\tform\tattributes\talternatives
        attribution\tsagen\tlemma-verb\tanonymous=false\t
        hedge\twohl\tword\t\t
        booster\tklar\tlemma-adj\t\t
        naming\tMachthaber\tlemma-noun\tpolarity=delegitimising;referent=Staatschef\tneutral: Präsident
        naming\tPräsident\tlemma-noun\tpolarity=neutral;referent=Staatschef\tdelegitimising: Machthaber
        """

    static func lexicon() throws -> StanceLexicon {
        StanceLexicon(terms: try StanceTerm.table(table), language: "de")
    }

    /// A document of body paragraphs with markers written as `[category:text]`.
    static func document(
        _ id: String, _ marked: [String], label: ParagraphLabel = .body
    ) -> AnnotatedDocument {
        var paragraphs: [AnnotatedParagraph] = []
        var markers: [AnnotatedMarker] = []
        for (index, line) in marked.enumerated() {
            var text = ""
            var open: (start: Int, category: String)?
            var category: String?
            for character in line {
                if character == "[" {
                    category = ""
                } else if let name = category {
                    if character == ":" {
                        open = (text.unicodeScalars.count, name)
                        category = nil
                    } else {
                        category = name + String(character)
                    }
                } else if character == "]", let (start, name) = open {
                    let range = start..<text.unicodeScalars.count
                    markers.append(
                        AnnotatedMarker(
                            paragraph: index, range: range, category: name,
                            attributes: ["polarity": .string("delegitimising")]))
                    open = nil
                } else {
                    text.append(character)
                }
            }
            paragraphs.append(AnnotatedParagraph(text: text, label: .label(label)))
        }
        var document = AnnotatedDocument(id: id, paragraphs: paragraphs)
        document.language = "de"
        document.markers = markers
        return document
    }

    static let documents = (0..<6).map { number in
        document(
            "d\(number)",
            [
                "Der [naming:Machthaber] kommt [hedge:wohl] nicht, [attribution:sagte] Ida Kern.",
                "„Das ist [booster:klar]“, [attribution:sagte] Ida Kern. Sie fühlte sich wohl.",
                "Er [reported-speech:habe] es gesehen. Der Präsident reist ab.",
            ])
    }
}

@Suite struct StanceModelTests {
    private func trained() throws -> StanceTrainer {
        var trainer = StanceTrainer(lexicons: [try StanceFixture.lexicon()])
        for document in StanceFixture.documents { trainer.add(document) }
        return trainer
    }

    private func input(_ texts: [String], label: ParagraphLabel = .body) -> StanceInput {
        StanceInput(paragraphs: texts.map { .init(text: $0, label: label) }, language: "de")
    }

    @Test func marksWhatItLearnt() throws {
        let model = try trained().makeModel()
        let page = input(["👍 Der Machthaber kommt wohl nicht, sagte Ida Kern."])
        let markers = model.markers(in: page)
        #expect(markers.map(\.category) == [.naming, .hedge, .attribution])
        #expect(markers.map(\.range) == [6..<16, 23..<27, 35..<40])
        #expect(markers[0].attributes.polarity == .delegitimising)
        #expect(markers[0].attributes.referent == "Staatschef")
        #expect(markers[0].attributes.alternatives == "neutral: Präsident")
        #expect(markers[0].reason.source == "term \"Machthaber\"")
        for marker in markers {
            #expect(marker.reason.probability >= marker.reason.threshold)
            #expect(marker.voice == .writer && marker.speaker == nil)
        }
    }

    @Test func leavesWhatContextSpeaksAgainst() throws {
        let model = try trained().makeModel()
        let markers = model.markers(in: input(["Sie fühlte sich wohl."]))
        #expect(markers.isEmpty)
    }

    @Test func quotedMarkersNameTheirSpeaker() throws {
        let model = try trained().makeModel()
        let text = "„Das ist klar“, sagte Ida Kern."
        let markers = model.markers(in: input([text]))
        let booster = try #require(markers.first { $0.category == .booster })
        #expect(booster.voice == .quoted)
        #expect(booster.speaker == 22..<30)
    }

    @Test func marksOnlyTheArticle() throws {
        let model = try trained().makeModel()
        let text = ["Der Machthaber kommt wohl nicht, sagte Ida Kern."]
        for label in ParagraphLabel.allCases where label != .body && label != .headline {
            #expect(model.markers(in: input(text, label: label)).isEmpty)
        }
        #expect(!model.markers(in: input(text, label: .headline)).isEmpty)
    }

    @Test func unknownLanguagesHaveNoMarkers() throws {
        var page = input(["Der Machthaber"])
        page.language = "pl"
        #expect(try trained().makeModel().markers(in: page).isEmpty)
        page.language = nil
        #expect(try trained().makeModel().markers(in: page).isEmpty)
    }

    @Test func forgettingLeavesNoTrace() throws {
        var trainer = try trained()
        let before = trainer.counts
        let extra = StanceFixture.document("x", ["Das ist [booster:klar] und [hedge:wohl] neu."])
        let counted = trainer.add(extra, weight: 3)
        #expect(counted && trainer.counts != before)
        trainer.remove(extra, weight: 3)
        #expect(trainer.counts == before)
        for document in StanceFixture.documents { trainer.remove(document) }
        #expect(trainer.counts == StanceCounts())
    }

    @Test func orderOfSamplesDoesNotMatter() throws {
        var trainer = StanceTrainer(lexicons: [try StanceFixture.lexicon()])
        for document in StanceFixture.documents.reversed() { trainer.add(document) }
        #expect(try trainer.counts == trained().counts)
    }

    @Test func documentsWithoutMarkersDoNotCount() throws {
        var trainer = StanceTrainer(lexicons: [try StanceFixture.lexicon()])
        var document = StanceFixture.documents[0]
        document.markers = nil
        let unmarked = trainer.add(document)
        document = StanceFixture.documents[0]
        document.language = "en"
        let foreign = trainer.add(document)
        #expect(!unmarked && !foreign)
        #expect(trainer.counts == StanceCounts())
    }

    @Test func modelsSurviveTheirBytes() throws {
        let trainer = try trained()
        let model = trainer.makeModel(fittedOn: StanceFixture.documents.map { ($0, 1) })
        let memory = ModelMemory(copying: model.bytes)
        let again = try StanceModel(memory, 0..<memory.count)
        #expect(again.settings == model.settings)
        #expect(try again.counts() == trainer.counts)
        #expect(again.lexicons.map(\.terms) == model.lexicons.map(\.terms))
        let page = input(["Der Machthaber kommt wohl nicht, sagte Ida Kern."])
        #expect(again.markers(in: page) == model.markers(in: page))
        let copy = StanceModel(
            lexicons: again.lexicons, counts: try again.counts(), settings: again.settings)
        #expect(copy.bytes == model.bytes)
    }

    @Test func cutOrAlteredBytesDoNoHarm() throws {
        let bytes = try trained().makeModel().bytes
        let page = input(["Der Machthaber kommt wohl nicht, sagte Ida Kern. „Klar?“"])
        func use(_ bytes: [UInt8]) {
            let memory = ModelMemory(copying: bytes)
            guard let model = try? StanceModel(memory, 0..<memory.count) else { return }
            _ = model.markers(in: page)
            _ = model.lexicons.map(\.terms)
            _ = try? model.counts()
        }
        for length in stride(from: 0, to: bytes.count, by: 97) { use(Array(bytes[..<length])) }
        var random = SeededBytes(seed: 3)
        for _ in 0..<2000 {
            var bytes = bytes
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
                    in: 0...255, using: &random)
            }
            use(bytes)
        }
    }
}
