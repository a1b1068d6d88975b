import Masthead

/// A page with the reasons for its outlet profile and its markers.
struct ExplainedProfile: Sendable {
    /// The page with what was looked for.
    var page: PageAnalysis
    /// Why the page has its style; nil where the model knows no styles.
    var style: StyleExplanation?
}

extension ExplanationPrinter {
    /// For people: style with its evidence, named outlets with their signatures, credits, and
    /// what else the page says of its source, each with the words that say it.
    func text(outlet explained: ExplainedProfile) -> String {
        guard let profile = explained.page.outlet else {
            return "the model has no tables of outlets\n\n"
        }
        let sources = profile.sources
        var lines = styleLines(explained.style, profile)
        for outlet in sources.outlets {
            lines.append("outlet \(visible(outlet.name)) \(fourDigits(outlet.confidence))")
            lines += outlet.evidence.map {
                line($0.place, $0.names ? "names" : "supports", explained.page)
            }
        }
        for credit in sources.credits {
            let kind = credit.kind.map { " (\($0.rawValue))" } ?? ""
            lines.append("credit \(visible(credit.name))\(kind)")
            lines += credit.mentions.map { line($0.place, $0.cue.rawValue, explained.page) }
        }
        let syndication = sources.syndication
        lines.append(
            "syndication \(syndication.value.rawValue) \(fourDigits(syndication.confidence))")
        lines += syndication.evidence.map { line($0, "credited", explained.page) }
        let translation = sources.translation
        lines.append(
            "translation \(translation.value.rawValue) \(fourDigits(translation.confidence))")
        lines += translation.evidence.map {
            line($0.place, $0.trace.rawValue, explained.page)
        }
        if let language = sources.language.language {
            lines.append("language \(sources.language.variety ?? language)")
        }
        return lines.joined(separator: "\n") + "\n\n"
    }

    /// For people: each marker with its words, what it is and what proposed it.
    func text(markers explained: ExplainedProfile) -> String {
        guard let markers = explained.page.markers else {
            return "the model has no terms of stance\n\n"
        }
        let lines = markers.flatMap { marker in
            let place = PageRange(paragraph: marker.paragraph, range: marker.range)
            let facts = [
                marker.category.name, marker.voice.rawValue, marker.attributes.polarity?.name,
                marker.attributes.referent,
            ]
            return [
                palette.text(
                    "\(marker.paragraph)  \(quoted(place, explained.page))  "
                        + visible(facts.compactMap(\.self).joined(separator: ", ")), .strong),
                "   \(visible(marker.reason.source)); probability "
                    + "\(fourDigits(marker.reason.probability)), needed "
                    + fourDigits(marker.reason.threshold),
            ]
        }
        return (lines.isEmpty ? ["no markers"] : lines).joined(separator: "\n") + "\n\n"
    }

    private func styleLines(_ style: StyleExplanation?, _ profile: OutletProfile) -> [String] {
        guard let style else { return [] }
        func ranked(_ wanted: OutletStyle) -> String {
            let probability = profile.styles.first { $0.style == wanted }?.probability ?? 0
            return "\(wanted.name) \(fourDigits(probability))"
        }
        let margin = "margin \(signed(style.margin))"
        var lines: [String]
        if let named = profile.sources.namedStyle, let outlet = profile.sources.outlets.first {
            lines = [
                palette.text(
                    "style \(ranked(named)), as \(visible(outlet.name)) is named; resembles "
                        + "\(style.style.name), then \(style.runnerUp.name); \(margin)", .strong)
            ]
        } else {
            let unknown = profile.style == nil ? "unknown, resembles " : ""
            lines = [
                palette.text(
                    "style \(unknown)\(ranked(style.style)), then \(ranked(style.runnerUp)); "
                        + margin, .strong)
            ]
        }
        let shown = style.reasons.prefix(evidenceCount)
        for reason in shown {
            lines.append(weighted(reason.weight, "\(reason.view) \(visible(reason.name))"))
        }
        let rest = shown.reduce(style.margin) { $0 - $1.weight }
        lines.append(weighted(rest, "all else"))
        return lines
    }

    private func line(_ place: PageRange, _ what: String, _ page: PageAnalysis) -> String {
        "   \(what) in paragraph \(place.paragraph): \(quoted(place, page))"
    }

    private func quoted(_ place: PageRange, _ page: PageAnalysis) -> String {
        "\"" + visible(page.text(at: place)) + "\""
    }
}

extension PageAnalysis {
    /// The words at a place; empty where the page has no such place.
    func text(at place: PageRange) -> String {
        guard paragraphs.indices.contains(place.paragraph) else { return "" }
        let scalars = paragraphs[place.paragraph].text.unicodeScalars
        return String(scalars.dropFirst(place.range.lowerBound).prefix(place.range.count))
    }
}
