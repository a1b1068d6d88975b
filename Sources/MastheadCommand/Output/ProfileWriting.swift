import Masthead

extension JSONWriter {
    /// The members `outlet`, `credits`, `syndication`, `translation`, `language`, `variety` and
    /// `figures` of a record.
    mutating func profile(_ profile: OutletProfile) {
        let sources = profile.sources
        name("outlet")
        outlet(profile)
        name("credits")
        beginArray()
        for credit in sources.credits { self.credit(credit) }
        endArray()
        let syndication = sources.syndication
        finding("syndication", syndication.value.rawValue, syndication.confidence) { writer in
            for place in syndication.evidence { writer.place(place) }
        }
        let translation = sources.translation
        finding("translation", translation.value.rawValue, translation.confidence) { writer in
            for evidence in translation.evidence {
                writer.place(evidence.place) { $0.member("trace", evidence.trace.rawValue) }
            }
        }
        if let language = sources.language.language { member("language", language) }
        if let variety = sources.language.variety { member("variety", variety) }
        name("figures")
        figures(sources.figures)
    }

    private mutating func outlet(_ profile: OutletProfile) {
        beginObject()
        if let named = profile.sources.outlets.first {
            member("name", named.name)
            name("signatures")
            beginArray()
            for evidence in named.evidence { place(evidence.place) }
            endArray()
        }
        if !profile.styles.isEmpty {
            member("style", profile.style?.name ?? "unknown")
            name("styles")
            beginObject()
            for ranked in profile.styles.prefix(3) {
                name(ranked.style.name)
                probability(ranked.probability)
            }
            endObject()
        }
        endObject()
    }

    private mutating func credit(_ credit: Credit) {
        beginObject()
        member("name", credit.name)
        if let kind = credit.kind { member("kind", kind.rawValue) }
        name("mentions")
        beginArray()
        for mention in credit.mentions {
            place(mention.place) { $0.member("cue", mention.cue.rawValue) }
        }
        endArray()
        endObject()
    }

    private mutating func figures(_ figures: PageFigures) {
        beginObject()
        name("words")
        integer(figures.words)
        name("sentences")
        integer(figures.sentences)
        number("mean_sentence_length", figures.meanSentenceLength)
        number("quoted_share", figures.quotedShare)
        number("attribution_rate", figures.attributionRate)
        name("label_shares")
        beginObject()
        for label in ParagraphLabel.allCases {
            let share = figures.labelShares[Int(label.rawValue)]
            if share > 0 { number(label.name, share) }
        }
        endObject()
        endObject()
    }

    /// The member `markers` of a record.
    mutating func markers(_ markers: [StanceMarker]) {
        name("markers")
        beginArray()
        for marker in markers {
            place(PageRange(paragraph: marker.paragraph, range: marker.range)) { writer in
                writer.member("category", marker.category.name)
                writer.member("voice", marker.voice.rawValue)
                if let polarity = marker.attributes.polarity {
                    writer.member("polarity", polarity.name)
                }
                if let referent = marker.attributes.referent {
                    writer.member("referent", referent)
                }
                if let alternatives = marker.attributes.alternatives {
                    writer.member("alternatives", alternatives)
                }
                if let anonymous = marker.attributes.anonymous {
                    writer.name("anonymous")
                    writer.json(Array((anonymous ? "true" : "false").utf8)[...])
                }
                writer.member("reason", marker.reason.source)
                writer.name("confidence")
                writer.probability(marker.reason.probability)
            }
        }
        endArray()
    }

    private mutating func finding(
        _ name: String, _ value: String, _ confidence: Float,
        _ evidence: (inout JSONWriter) -> Void
    ) {
        self.name(name)
        beginObject()
        member("value", value)
        self.name("confidence")
        probability(confidence)
        self.name("evidence")
        beginArray()
        evidence(&self)
        endArray()
        endObject()
    }

    private mutating func place(
        _ place: PageRange, _ more: (inout JSONWriter) -> Void = { _ in }
    ) {
        beginObject()
        name("paragraph")
        integer(place.paragraph)
        name("start")
        integer(place.range.lowerBound)
        name("end")
        integer(place.range.upperBound)
        more(&self)
        endObject()
    }

    private mutating func member(_ name: String, _ text: String) {
        self.name(name)
        string(text)
    }

    private mutating func number(_ name: String, _ value: Float) {
        self.name(name)
        decimal(Double(value))
    }
}

extension OutletProfile {
    /// The profile in a few lines for people.
    var lines: [String] {
        var lines: [String] = []
        if let named = sources.outlets.first { lines.append("outlet: \(named.name)") }
        if let best = styles.first {
            let ranked = styles.prefix(2).map { "\($0.style.name) \(fourDigits($0.probability))" }
            let said = style == nil ? "unknown" : best.style.name
            lines.append("style: \(said) (resembles \(ranked.joined(separator: ", ")))")
        }
        if !sources.credits.isEmpty {
            lines.append("credits: " + sources.credits.map(\.name).joined(separator: ", "))
        }
        lines.append("syndication: \(sources.syndication.value.rawValue)")
        lines.append("translation: \(sources.translation.value.rawValue)")
        if let language = sources.language.language {
            let variety = sources.language.variety.map { " (\($0))" } ?? ""
            lines.append("language: \(language)\(variety)")
        }
        return lines
    }
}
