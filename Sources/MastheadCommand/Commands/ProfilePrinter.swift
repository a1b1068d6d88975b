import Masthead

/// Prints the profiles of sites.
struct ProfilePrinter {
    /// By what pages were put together.
    let key: ProfileKey
    /// The most wordings of markers that are shown for a site.
    let limit: Int
    /// How the text looks.
    let palette: Palette

    /// Below this z-score chance is enough to explain a difference, 19 times of 20.
    private static let significance = 1.96

    /// The wordings of markers that set the site apart; none where there is no reference.
    private func wordings(_ profile: ProfileCollection.Profile) -> [StanceProfile.Distinction] {
        guard profile.reference.words > 0 else { return [] }
        let all = profile.stance.distinctions(against: profile.reference)
        return Array(
            all.filter { $0.count >= 2 && $0.odds.z > Self.significance }.prefix(limit))
    }

    /// For people.
    func text(_ profiles: [ProfileCollection.Profile]) -> String {
        profiles.map { profile in
            let site = profile.site
            var lines = [
                palette.text("\(visible(site.site))  \(counted(site.pages, "page"))", .strong)
            ]
            for (name, figure) in site.figures.sorted(by: { $0.key < $1.key })
            where figure.mean != 0 {
                let interval = figure.interval.map {
                    " (\(decimal($0.lowerBound)) to \(decimal($0.upperBound)))"
                }
                lines.append("  \(name) \(decimal(figure.mean))\(interval ?? "")")
            }
            for rate in MarkerRate.rates(of: profile) {
                let indent = rate.isPart ? "    " : "  "
                let against = rate.comparison.map { ", z \(decimal($0.z))" } ?? ""
                lines.append("\(indent)\(rate.name) \(decimal(rate.rate)) in 1,000 words\(against)")
            }
            list("words", site.characteristicWords.map { "\($0.word) \(decimal($0.z))" }, &lines)
            list(
                "wordings", wordings(profile).map { "\($0.wording) \(decimal($0.odds.z))" }, &lines)
            list("credits", site.credits.map { "\($0.text) \($0.pages)" }, &lines)
            for line in site.repeatedLines {
                lines.append("  on \(counted(line.pages, "page")): \(visible(line.text))")
            }
            return lines.joined(separator: "\n") + "\n"
        }.joined(separator: "\n")
    }

    private func list(_ name: String, _ items: [String], _ lines: inout [String]) {
        guard !items.isEmpty else { return }
        lines.append("  \(name): \(visible(items.joined(separator: ", ")))")
    }

    /// For programs: an object for each site.
    func json(_ profiles: [ProfileCollection.Profile]) -> JSONValue {
        .object([
            "by": .string(key.rawValue), "profiles": .array(profiles.map { json($0) }),
        ])
    }

    private func json(_ profile: ProfileCollection.Profile) -> JSONValue {
        let site = profile.site
        let words = site.characteristicWords.map { word in
            JSONValue.object([
                "word": .string(word.word), "count": .integer(word.count),
                "log-odds": .number(rounded(word.logOdds)), "z": .number(rounded(word.z)),
            ])
        }
        let wordings = wordings(profile).map { found in
            JSONValue.object([
                "wording": .string(found.wording), "category": .string(found.category.name),
                "count": .integer(found.count), "elsewhere": .integer(found.referenceCount),
                "z": .number(rounded(found.odds.z)),
            ])
        }
        return .object([
            key.rawValue: .string(site.site), "pages": .integer(site.pages),
            "figures": .object(site.figures.mapValues { json($0) }), "words": .array(words),
            "markers": .object(markers(profile)),
            "wordings": .array(wordings), "lines": .array(site.repeatedLines.map { json($0) }),
            "credits": .array(site.credits.map { json($0) }),
        ])
    }

    /// The rates by category, each with those of its polarities and voices.
    private func markers(_ profile: ProfileCollection.Profile) -> [String: JSONValue] {
        let rates = MarkerRate.rates(of: profile)
        var markers: [String: JSONValue] = [:]
        for rate in rates where !rate.isPart {
            var object = json(rate)
            let parts = rates.filter { $0.isPart && $0.category == rate.category }
            object["parts"] = .array(
                parts.map { part in
                    var object = json(part)
                    object["polarity"] = part.polarity.map { .string($0.name) } ?? .null
                    object["voice"] = part.voice.map { .string($0.rawValue) } ?? .null
                    return .object(object)
                })
            markers[rate.category.name] = .object(object)
        }
        return markers
    }

    private func json(_ rate: MarkerRate) -> [String: JSONValue] {
        [
            "count": .integer(rate.count), "rate": .number(rounded(rate.rate)),
            "log-odds": rate.comparison.map { .number(rounded($0.logOdds)) } ?? .null,
            "interval": rate.comparison.map { json($0.interval) } ?? .null,
            "z": rate.comparison.map { .number(rounded($0.z)) } ?? .null,
        ]
    }

    private func json(_ figure: MeanWithInterval) -> JSONValue {
        .object([
            "pages": .integer(figure.count), "mean": .number(rounded(figure.mean)),
            "interval": figure.interval.map { json($0) } ?? .null,
        ])
    }

    private func json(_ interval: ClosedRange<Double>) -> JSONValue {
        .array([.number(rounded(interval.lowerBound)), .number(rounded(interval.upperBound))])
    }

    private func json(_ counted: SiteProfile.Counted) -> JSONValue {
        .object(["text": .string(counted.text), "pages": .integer(counted.pages)])
    }

    /// For tables: a row for each figure, with the columns site or outlet, kind, name, value, low,
    /// high and z; what a row doesn't have is empty.
    func table(_ profiles: [ProfileCollection.Profile]) -> String {
        var rows = [[key.rawValue, "kind", "name", "value", "low", "high", "z"]]
        for profile in profiles {
            func row(
                _ kind: String, _ name: String, _ value: String,
                _ interval: ClosedRange<Double>? = nil, z: Double? = nil
            ) {
                rows.append([
                    profile.site.site, kind, name, value,
                    interval.map { decimal($0.lowerBound) } ?? "",
                    interval.map { decimal($0.upperBound) } ?? "", z.map(decimal) ?? "",
                ])
            }
            row("pages", "", String(profile.site.pages))
            for (name, figure) in profile.site.figures.sorted(by: { $0.key < $1.key }) {
                row("figure", name, decimal(figure.mean), figure.interval)
            }
            for rate in MarkerRate.rates(of: profile) {
                row("marker", rate.name, decimal(rate.rate), z: rate.comparison?.z)
            }
            for word in profile.site.characteristicWords {
                row("word", word.word, String(word.count), z: word.z)
            }
            for found in wordings(profile) {
                row("wording", found.wording, String(found.count), z: found.odds.z)
            }
            for line in profile.site.repeatedLines { row("line", line.text, String(line.pages)) }
            for credit in profile.site.credits { row("credit", credit.text, String(credit.pages)) }
        }
        return rows.map(tabSeparated).joined()
    }

    private func rounded(_ value: Double) -> Double {
        value.isFinite ? (value * 10_000).rounded() / 10_000 : 0
    }

    /// A number with two digits after the point.
    private func decimal(_ value: Double) -> String {
        let hundredths = Int((min(abs(value.isFinite ? value : 0), 1e12) * 100).rounded())
        let digits = hundredths % 100
        let sign = value < 0 && hundredths > 0 ? "-" : ""
        return "\(sign)\(hundredths / 100).\(digits < 10 ? "0" : "")\(digits)"
    }
}
