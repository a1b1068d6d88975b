import Masthead

extension ExplanationPrinter {
    /// For programs: why a page has its outlet profile and its markers, as far as each is asked
    /// for.
    func json(
        _ explained: ExplainedProfile, of document: String?, _ subjects: Set<ExplainRequest.Subject>
    ) -> JSONValue {
        var members: [String: JSONValue] = ["id": document.map(JSONValue.string) ?? .null]
        if subjects.contains(.outlet), let profile = explained.page.outlet {
            members["outlet"] = json(profile, explained)
        }
        if subjects.contains(.markers), let markers = explained.page.markers {
            members["markers"] = .array(markers.map { json($0, explained.page) })
        }
        return .object(members)
    }

    private func json(_ profile: OutletProfile, _ explained: ExplainedProfile) -> JSONValue {
        let page = explained.page
        let sources = profile.sources
        let outlets = sources.outlets.map { outlet in
            JSONValue.object([
                "name": .string(outlet.name), "style": .string(outlet.style),
                "confidence": .number(rounded(outlet.confidence)),
                "signatures": .array(
                    outlet.evidence.map { place($0.place, page, ["names": .bool($0.names)]) }),
            ])
        }
        let credits = sources.credits.map { credit in
            JSONValue.object([
                "name": .string(credit.name),
                "kind": credit.kind.map { .string($0.rawValue) } ?? .null,
                "mentions": .array(
                    credit.mentions.map {
                        place($0.place, page, ["cue": .string($0.cue.rawValue)])
                    }),
            ])
        }
        let translation = sources.translation.evidence.map {
            place($0.place, page, ["trace": .string($0.trace.rawValue)])
        }
        var members: [String: JSONValue] = [
            "outlets": .array(outlets), "credits": .array(credits),
            "syndication": finding(
                sources.syndication.value.rawValue, sources.syndication.confidence,
                sources.syndication.evidence.map { place($0, page) }),
            "translation": finding(
                sources.translation.value.rawValue, sources.translation.confidence, translation),
        ]
        if let style = explained.style { members["style"] = json(style, profile) }
        if let language = sources.language.language { members["language"] = .string(language) }
        if let variety = sources.language.variety { members["variety"] = .string(variety) }
        return .object(members)
    }

    private func json(_ style: StyleExplanation, _ profile: OutletProfile) -> JSONValue {
        func probability(_ wanted: OutletStyle) -> JSONValue {
            .number(rounded(profile.styles.first { $0.style == wanted }?.probability ?? 0))
        }
        let evidence = style.reasons.map { reason in
            JSONValue.object([
                "view": .string(reason.view), "feature": .string(reason.name),
                "weight": .number(rounded(reason.weight)),
            ])
        }
        return .object([
            "name": .string(style.style.name), "probability": probability(style.style),
            "unknown": .bool(profile.style == nil), "runner-up": .string(style.runnerUp.name),
            "runner-up probability": probability(style.runnerUp),
            "margin": .number(rounded(style.margin)), "evidence": .array(evidence),
        ])
    }

    private func json(_ marker: StanceMarker, _ page: PageAnalysis) -> JSONValue {
        let attributes = marker.attributes
        var members: [String: JSONValue] = [
            "category": .string(marker.category.name), "voice": .string(marker.voice.rawValue),
            "reason": .string(marker.reason.source),
            "probability": .number(rounded(marker.reason.probability)),
            "threshold": .number(rounded(marker.reason.threshold)),
        ]
        if let polarity = attributes.polarity { members["polarity"] = .string(polarity.name) }
        if let referent = attributes.referent { members["referent"] = .string(referent) }
        if let others = attributes.alternatives { members["alternatives"] = .string(others) }
        if let anonymous = attributes.anonymous { members["anonymous"] = .bool(anonymous) }
        if let speaker = marker.speaker {
            members["speaker"] = place(
                PageRange(paragraph: marker.paragraph, range: speaker), page)
        }
        return place(PageRange(paragraph: marker.paragraph, range: marker.range), page, members)
    }

    private func finding(
        _ value: String, _ confidence: Float, _ evidence: [JSONValue]
    ) -> JSONValue {
        .object([
            "value": .string(value), "confidence": .number(rounded(confidence)),
            "evidence": .array(evidence),
        ])
    }

    private func place(
        _ place: PageRange, _ page: PageAnalysis, _ more: [String: JSONValue] = [:]
    ) -> JSONValue {
        let members: [String: JSONValue] = [
            "paragraph": .integer(place.paragraph), "start": .integer(place.range.lowerBound),
            "end": .integer(place.range.upperBound), "text": .string(page.text(at: place)),
        ]
        return .object(members.merging(more) { own, _ in own })
    }
}
