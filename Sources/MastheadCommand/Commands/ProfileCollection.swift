import Masthead

/// Gathers analysed pages by site.
struct ProfileCollection {
    private var sites = SiteProfiles()
    private var stances: [String: StanceProfile] = [:]

    /// What the pages of a site have in common.
    struct Profile {
        /// Figures, words, lines and credits.
        let site: SiteProfile
        /// The stance markers of the site's pages, and those that they are compared with.
        let stance: StanceProfile
        let reference: StanceProfile
    }

    /// Adds a page. O(text).
    mutating func add(_ page: PageAnalysis, of site: String) {
        let sources = page.outlet?.sources
        sites.add(
            site: site, paragraphs: page.paragraphs, figures: sources?.figures.byName ?? [:],
            credits: sources?.credits.map(\.name) ?? [])
        guard let markers = page.markers else { return }
        let input = StanceInput(
            paragraphs: page.paragraphs.map { .init(text: $0.text, label: $0.label) })
        stances[site, default: StanceProfile()].add(markers, of: input)
    }

    /// The profiles by site, each with at most `limit` words, lines and credits.
    /// O(size · log sites).
    ///
    /// Markers are compared with those of `reference`, where there is one, else with those of
    /// all other sites.
    func profiles(limit: Int, reference: ProfileCollection? = nil) -> [Profile] {
        let profiles = sites.profiles(limit: limit)
        let own = profiles.map { stances[$0.site] ?? StanceProfile() }
        let others =
            if let reference {
                Array(repeating: reference.markers, count: own.count)
            } else {
                Self.sumsOfOthers(own[...], outside: StanceProfile())
            }
        return profiles.indices.map {
            Profile(site: profiles[$0], stance: own[$0], reference: others[$0])
        }
    }

    /// The markers of all sites' pages.
    private var markers: StanceProfile {
        stances.values.reduce(into: StanceProfile()) { $0.merge($1) }
    }

    /// For each profile the sum of all others: each half is given what stands outside it.
    private static func sumsOfOthers(
        _ profiles: ArraySlice<StanceProfile>, outside: StanceProfile
    ) -> [StanceProfile] {
        if profiles.count <= 1 { return profiles.map { _ in outside } }
        let middle = profiles.startIndex + profiles.count / 2
        func sum(_ part: ArraySlice<StanceProfile>) -> StanceProfile {
            part.reduce(into: outside) { $0.merge($1) }
        }
        return sumsOfOthers(profiles[..<middle], outside: sum(profiles[middle...]))
            + sumsOfOthers(profiles[middle...], outside: sum(profiles[..<middle]))
    }
}

extension PageFigures {
    /// The figures by name; those that a page without article text can't have are left out.
    fileprivate var byName: [String: PageFigure] {
        var named = ["words": PageFigure(Double(words))]
        if words > 0 {
            named["mean sentence length"] = PageFigure(Double(meanSentenceLength))
            named["quoted share"] = PageFigure(Double(quotedShare), limit: 1)
            named["attribution rate"] = PageFigure(Double(attributionRate), limit: 1000)
        }
        for label in ParagraphLabel.allCases {
            let share = Double(labelShares[Int(label.rawValue)])
            named["share of \(label.name)"] = PageFigure(share, limit: 1)
        }
        return named
    }
}
