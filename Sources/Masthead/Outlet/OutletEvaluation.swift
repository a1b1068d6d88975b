import NaiveBayes

/// How well outlet profiles agree with documents whose outlet and credits are known.
///
/// A document is measured on what it says: its `outlet.style`, its `outlet.name`, its `credits`.
/// Figures are described in `Documentation/evaluation.md`.
package struct OutletEvaluation: Sendable {
    /// The keys by which the figures of styles are broken down.
    private let breakdowns: [String]
    /// Styles by slice, `all` and key and value, once for each assignment of groups to parts.
    private(set) var styles: [String: [StyleEvaluation]] = [:]
    /// Outlets by name. A wrong name is both a false positive and a false negative.
    private(set) var names = BinaryScore()
    /// Mentions of credits by their range.
    private(set) var credits = BinaryScore()
    /// Of the mentions that are right: those of the right kind of cue, of the right name.
    private(set) var rightCues = 0
    private(set) var rightNames = 0

    /// No documents.
    package init(breakdowns: [String] = []) { self.breakdowns = breakdowns }

    /// Whether nothing was measured.
    package var isEmpty: Bool {
        styles.isEmpty && names == BinaryScore() && credits == BinaryScore()
    }

    /// Adds the probabilities of a document's styles, in an assignment counted from 0.
    ///
    /// Those of a model that learnt from less than all go into slices of their own, `share=0.5`.
    package mutating func add(
        _ probabilities: ClassVector, of document: AnnotatedDocument, assignment: Int = 0,
        share: Double = 1
    ) {
        guard let style = document.outlet?.style.flatMap({ OutletStyle(name: $0) }) else { return }
        var slices = breakdowns.map { document.sliceName(by: $0) }
        if share < 1 {
            slices = ["share=\(share)"] + slices.map { "\($0)+share=\(share)" }
        } else {
            slices.append("all")
        }
        for slice in slices {
            var runs = styles[slice] ?? []
            while runs.count <= assignment { runs.append(StyleEvaluation()) }
            runs[assignment].add(probabilities, style: style)
            styles[slice] = runs
        }
    }

    /// Adds what a page says of its source.
    package mutating func add(_ findings: SourceFindings, of document: AnnotatedDocument) {
        if let name = document.outlet?.name {
            let found = findings.outlets.first?.name
            if found == name {
                names.truePositives += 1
            } else {
                names.falseNegatives += 1
                if found != nil { names.falsePositives += 1 }
            }
        }
        guard let annotated = AnnotatedCredits(document) else { return }
        var found = 0
        for credit in findings.credits {
            for mention in credit.mentions {
                guard let right = annotated.mentions[mention.place] else {
                    credits.falsePositives += 1
                    continue
                }
                found += 1
                rightCues += right.cue == mention.cue.rawValue ? 1 : 0
                rightNames += right.name == credit.name ? 1 : 0
            }
        }
        credits.truePositives += found
        credits.falseNegatives += annotated.mentions.count - found
    }

    /// Adds the profile of a document.
    package mutating func add(_ profile: OutletProfile, of document: AnnotatedDocument) {
        if !profile.styles.isEmpty {
            var vector = ClassVector.zero
            for ranked in profile.styles {
                vector[Int(ranked.style.rawValue)] = ranked.probability
            }
            add(vector, of: document)
        }
        add(profile.sources, of: document)
    }
}
