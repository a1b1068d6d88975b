/// An outlet that a page names by its own signatures.
public struct NamedOutlet: Sendable, Hashable {
    /// The outlet's name, as in the table.
    public let name: String
    /// The style that the table gives for the outlet.
    public let style: String
    /// The signatures that were found, in the order of the page.
    public let evidence: [SignatureEvidence]
    /// How sure the name is, 0 to 1: 1 − 0.05 for one signature, less by half for each further
    /// one that differs. The 0.05 is what an unverified wording risks; see
    /// `Documentation/outlet.md` for the measured precision.
    public let confidence: Float
}

/// A signature found in a page.
public struct SignatureEvidence: Sendable, Hashable {
    /// Where it stands.
    public let place: PageRange
    /// The wording of the table.
    public let wording: String
    /// Whether it names the outlet by itself.
    public let names: Bool
}

extension SourceScan {
    /// The outlets that the page's signatures name, the best supported first.
    ///
    /// An outlet is named by one signature that names, or by two different ones that support.
    /// Where two outlets are named equally well, as by a list of a publisher's papers, neither
    /// leads and the list is empty: a wrong name is worse than none. O(signatures found).
    func namedOutlets() -> [NamedOutlet] {
        var ranked: [(support: Int, outlet: NamedOutlet)] = []
        for (name, evidence) in signatureEvidence() {
            let wordings = Set(evidence.map(\.found.wording))
            let naming = Set(evidence.filter(\.found.names).map(\.found.wording)).count
            let support = naming + wordings.count
            guard support >= 2 else { continue }
            var risk: Float = 0.05
            for _ in 1..<min(support / 2, 16) { risk /= 2 }
            ranked.append(
                (
                    support,
                    NamedOutlet(
                        name: name, style: evidence[0].style, evidence: evidence.map(\.found),
                        confidence: 1 - risk)
                ))
        }
        ranked.sort {
            ($1.support, $1.outlet.evidence.count, $0.outlet.name)
                < ($0.support, $0.outlet.evidence.count, $1.outlet.name)
        }
        if ranked.count > 1, ranked[0].support == ranked[1].support,
            ranked[0].outlet.evidence.count == ranked[1].outlet.evidence.count
        {
            return []
        }
        return ranked.map(\.outlet)
    }

    /// The signatures that count where they stand, by outlet, in the order of the page.
    private func signatureEvidence() -> [String: [(found: SignatureEvidence, style: String)]] {
        var evidence: [String: [(found: SignatureEvidence, style: String)]] = [:]
        for paragraph in paragraphs {
            for hit in paragraph.signatures {
                let row = tables.signatures[hit.row]
                guard row.place.includes(paragraph.label) else { continue }
                let place = PageRange(
                    paragraph: paragraph.index, range: paragraph.text.codePoints(hit.tokens))
                let found = SignatureEvidence(
                    place: place, wording: row.wording, names: row.strength == .names)
                evidence[row.outlet, default: []].append((found, row.style))
            }
        }
        return evidence
    }
}
