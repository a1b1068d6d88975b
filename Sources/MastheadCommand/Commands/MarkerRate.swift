import Masthead

/// How often a site's pages use a kind of marker, against the reference's.
struct MarkerRate {
    /// The kind of marker.
    let category: StanceCategory
    /// Which way it leans, and whose words it stands in; nil for all of the category.
    let polarity: StancePolarity?
    let voice: StanceMarker.Voice?
    /// Number of markers.
    let count: Int
    /// Markers in 1,000 words.
    let rate: Double
    /// The comparison; nil where the reference has no words.
    let comparison: Comparison?

    /// Log-odds against the reference, with 95 % interval and z-score.
    struct Comparison {
        let logOdds: Double
        let interval: ClosedRange<Double>
        let z: Double
    }

    /// Whether it is of a polarity and voice alone.
    var isPart: Bool { voice != nil }

    /// The category, or the category with polarity and voice.
    var name: String {
        ([category.name, polarity?.name, voice?.rawValue].compactMap { $0 }).joined(separator: " ")
    }

    /// The rates of the categories that occur, each followed by those of its polarities and
    /// voices.
    static func rates(of profile: ProfileCollection.Profile) -> [MarkerRate] {
        let stance = profile.stance
        let reference = profile.reference
        return StanceCategory.allCases.filter { stance.count(of: $0) > 0 }.flatMap { category in
            let odds = stance.odds(of: category, against: reference)
            let whole = MarkerRate(
                category: category, polarity: nil, voice: nil, count: stance.count(of: category),
                rate: stance.rate(of: category),
                comparison: reference.words == 0
                    ? nil : Comparison(logOdds: odds.value, interval: odds.interval, z: odds.z))
            let parts = stance.slots(of: category).map { slot in
                let odds = stance.odds(in: slot, against: reference)
                return MarkerRate(
                    category: category, polarity: slot.polarity, voice: slot.voice,
                    count: stance.count(in: slot), rate: stance.rate(in: slot),
                    comparison: reference.words == 0
                        ? nil : Comparison(logOdds: odds.value, interval: odds.interval, z: odds.z))
            }
            return [whole] + parts
        }
    }
}
