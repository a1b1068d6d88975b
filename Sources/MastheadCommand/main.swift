import Foundation
import Masthead
import NaiveBayes

func load(_ path: String) -> [AnnotatedDocument] {
    let data = FileManager.default.contents(atPath: path)!
    return data.split(separator: 10).map { try! AnnotatedDocument(jsonLine: $0) }
}
func P(_ name: String, _ d: Float) -> Float { ProcessInfo.processInfo.environment[name].flatMap(Float.init) ?? d }
let t0 = Date()
func log(_ s: String) { FileHandle.standardError.write(Data(String(format: "%6.1f %@\n", -t0.timeIntervalSinceNow, s).utf8)) }

let dev = load("/tmp/data/dev.jsonl")
log("loaded \(dev.count)")

func labelsOf(_ d: AnnotatedDocument) -> [ParagraphLabel?] { d.paragraphs.map { p -> ParagraphLabel? in if case .label(let l) = p.label { l } else { nil } } }
func sample(_ d: AnnotatedDocument) -> LabelSample {
    let labels = labelsOf(d)
    return LabelSample(evidence: PageEvidence(paragraphs: d.paragraphs.map(\.text)), regime: d.other["regime"]?.string == "residue" ? .residue : .page, group: d.group(),
        labels: labels, weights: labels.map { _ in 16 })
}
let keepShare: [Double] = [1, 0.7, 0.37, 0.6, 0.25, 0.25, 0.1, 0.2, 0.08, 0.2, 0.01, 0.2, 0.13]
func reduced(_ d: AnnotatedDocument, _ seed: UInt64) -> LabelSample? {
    let labels = labelsOf(d)
    if d.other["regime"]?.string == "residue" { return nil }
    var rng = SplitMix(seed: seed)
    var texts: [String] = [], kept: [ParagraphLabel?] = []
    let mul = Double(P("SIMK", 1.5))
    for (p, l) in zip(d.paragraphs, labels) { if let l, Double.random(in: 0..<1, using: &rng) < keepShare[Int(l.rawValue)] * mul { texts.append(p.text); kept.append(l) } }
    if kept.filter({ $0 == .body }).count < 2 { return nil }
    var s = LabelSample(evidence: PageEvidence(paragraphs: texts), regime: .residue, group: d.group(), labels: kept, weights: kept.map { _ in 16 })
    s.isReduced = true
    return s
}
var samplesV = dev.map(sample)
let devCount = samplesV.count
var exW = samplesV.map { _ in Float(1) }
let news = dev.map { $0.other["round"]?.integer == 1 }
if P("OWN", 1) > 0 {
    for f in FileManager.default.enumerator(atPath: "/work/main/TrainingData/documents")!.map({ $0 as! String }).sorted() where f.hasSuffix("jsonl") {
        for d in load("/work/main/TrainingData/documents/" + f) { samplesV.append(sample(d)); exW.append(P("OWNW", 0.5)) }
    }
}
if P("SIM", 1) > 0 { for r in 0..<Int(P("SIM", 1)) { for (i, d) in dev.enumerated() { if let s = reduced(d, UInt64(i + 7919 * r)) { samplesV.append(s); exW.append(P("SIMW", 0.5)) } } } }
var extra: [LabelSample] = []
if P("PAGES", 0) > 0 {
    let ids = Set(dev.filter { $0.other["regime"]?.string != "residue" }.map(\.id))
    for d in load("/tmp/data/pages.jsonl") where !ids.contains(d.id) {
        var labels = labelsOf(d)
        var w: [Int32] = []
        for (i, p) in d.paragraphs.enumerated() {
            switch p.other["evidence"]?.string {
            case "gold", "snippet": w.append(16)
            case "silver": w.append(Int32(P("SILVER", 8)))
            case "weak": w.append(labels[i] == .body ? 0 : Int32(P("WEAK", 2)))
            default: w.append(0)
            }
            if w[i] == 0 { labels[i] = nil }
        }
        extra.append(LabelSample(evidence: PageEvidence(paragraphs: d.paragraphs.map(\.text)), regime: .page, group: d.group(), labels: labels, weights: w))
    }
}
let samples = samplesV
log("features \(samples.count)")
let K = 5
func fold(_ g: String) -> Int { var h: UInt64 = 1469598103934665603; for b in g.utf8 { h = (h ^ UInt64(b)) &* 1099511628211 }; return Int((h >> 20) % UInt64(K)) }
let folds = samples.map { fold($0.group) }
var total = LabelCounts()
var byGroup: [String: LabelCounts] = [:]
var groupDocs: [String: [Int]] = [:]
for (i, s) in samples.enumerated() { total.add(s); groupDocs[s.group, default: []].append(i) }
for s in extra { total.add(s) }
log("counted \(total.terms.rows.count) terms")
let widthA = EvidenceGroup.count * 13
typealias Rows = [[ClassVector]]
func rows(_ src: CountedEvidence, _ s: LabelSample) -> Rows { (0..<s.evidence.count).map { src.groups(of: $0, in: s.evidence) } }
func input1(_ g: [ClassVector]) -> [Float] {
    var out: [Float] = []; out.reserveCapacity(widthA)
    for v in g { for l in 0..<13 { out.append(max(-8, min(8, v[l] * 0.25))) } }
    return out
}
let mask = ClassVector.mask(13)
func conf(_ pred: [[Int]], _ which: (Int) -> Bool) -> [[Int]] {
    var c = Array(repeating: Array(repeating: 0, count: 13), count: 13)
    for (i, s) in samples.enumerated() where i < devCount && which(i) { for l in 0..<s.evidence.count { if let g = s.labels[l] { c[Int(g.rawValue)][pred[i][l]] += 1 } } }
    return c
}
func report(_ name: String, _ pred: [[Int]]) {
    func f1s(_ c: [[Int]]) -> [Double] { (0..<13).map { k in let tp = Double(c[k][k]); let a = Double(c[k].reduce(0,+)); let b = Double((0..<13).map { c[$0][k] }.reduce(0,+)); return a + b == 0 ? 0 : 2*tp/(a+b) } }
    for (n, w) in [("page", { (i: Int) in samples[i].regime == .page }), ("resi", { samples[$0].regime == .residue }), ("news-resi", { samples[$0].regime == .residue && news[$0] })] as [(String, (Int)->Bool)] {
        let c = conf(pred, w); let f = f1s(c)
        let rec = Double(c[0][0]) / Double(c[0].reduce(0,+))
        print(name, n, String(format: "macro %.3f body %.3f rec %.3f |", f.reduce(0,+)/13, f[0], rec), zip(ParagraphLabel.allCases, f).map { "\($0.name.prefix(5)) " + String(format: "%.2f", $1) }.joined(separator: " "))
    }
}
func context(_ p: [[ClassVector]], _ i: Int) -> (Int) -> [Float] {
    let page = p[i]; let n = page.count
    var mean = ClassVector.zero; for v in page { mean += v }; mean /= Float(max(n, 1))
    var before: [ClassVector] = []; var acc = ClassVector.zero
    for v in page { before.append(acc); acc += v }
    return { l in
        var out: [Float] = []
        func push(_ v: ClassVector) { for k in 0..<13 { out.append(v[k]) } }
        func lg(_ v: ClassVector) { for k in 0..<13 { out.append(log32(max(v[k], 1e-4)) * 0.25) } }
        lg(page[l])
        for o in [-3, -2, -1, 1, 2, 3] { let j = l + o; push(page.indices.contains(j) ? page[j] : .zero); if abs(o) == 1 { out.append(page.indices.contains(j) ? 0 : 1) } }
        push(mean)
        let b = before[l] / acc.replacing(with: 0.5, where: acc .< 0.5); push(b)
        let w4 = (max(0, l-8)..<l).reduce(into: ClassVector.zero) { $0 += page[$1] } / 8; push(w4)
        let w5 = ((l+1)..<max(l+1, min(n, l+9))).reduce(into: ClassVector.zero) { $0 += page[$1] } / 8; push(w5)
        return out
    }
}
var fit = SoftmaxFit(); fit.epochs = Int(P("EPOCHS", 7)); fit.rate = P("RATE", 0.01); fit.penalty = P("L2", 1e-5)
var classW = [Float](repeating: 0, count: 13)
for s in samples { for l in s.labels { if let l { classW[Int(l.rawValue)] += 1 } } }
let sumW = classW.reduce(0,+); let classWeights = classW.map { sumW / 13 / $0 }

@MainActor func exampleWeight(_ s: LabelSample, _ l: Int, _ regime: Regime) -> Float {
    let other: Float = P("OTHER", 0.4)
    return (s.regime == regime ? 1 : other) * pow(classWeights[Int(s.labels[l]!.rawValue)], P("CW", 0.3))
}
var out1 = samples.map { Array(repeating: ClassVector.zero, count: $0.evidence.count) }
var out2 = out1, out3 = out1
let foldsToRun = Int(P("FOLDS", 5))
for k in 0..<foldsToRun {
    var tr = total
    for (i, s) in samples.enumerated() where folds[i] == k { tr.add(s, sign: -1) }
    for s in extra where fold(s.group) == k { tr.add(s, sign: -1) }
    let extraBy = Dictionary(grouping: extra, by: \.group)
    var feats: [Rows] = Array(repeating: [], count: samples.count)
    for (_, docs) in groupDocs {
        var own: LabelCounts? = nil
        if folds[docs[0]] != k { var o = LabelCounts(); for d in docs { o.add(samples[d]) }; for e in extraBy[samples[docs[0]].group] ?? [] { o.add(e) }; own = o }
        let src = CountedEvidence(tr, without: own)
        for d in docs { feats[d] = rows(src, samples[d]) }
    }
    log("fold \(k) evidence")
    func train(_ width: Int, _ input: (Int) -> (Int) -> [Float], _ regime: Regime) -> SoftmaxLayer {
        var ss = SoftmaxSamples(width: width)
        for i in samples.indices where folds[i] != k && (samples[i].regime == regime || !samples[i].isReduced) { let f = input(i); for l in 0..<samples[i].evidence.count { if let g = samples[i].labels[l] { let nav = g == .navigation && samples[i].regime == .page; if nav && (l &* 2654435761 >> 4) % 4 != 0 { continue }; ss.append(f(l), label: Int(g.rawValue), weight: (nav ? 4 : 1) * exW[i] * exampleWeight(samples[i], l, regime)) } } }
        return fit.layer(ss, classes: 13)
    }
    func apply(_ layers: [SoftmaxLayer], _ input: (Int) -> (Int) -> [Float], _ i: Int) -> [ClassVector] {
        let f = input(i); let L = layers[Int(samples[i].regime.rawValue)]
        return (0..<samples[i].evidence.count).map { l in softmax(L.logits(f(l).span), mask: mask) }
    }
    let in1: (Int) -> (Int) -> [Float] = { i in { l in input1(feats[i][l]) } }
    let l1 = [train(widthA, in1, .page), train(widthA, in1, .residue)]
    var p1 = samples.indices.map { apply(l1, in1, $0) }
    log("layer 1")
    let in2: (Int) -> (Int) -> [Float] = { i in let c = context(p1, i); return { l in input1(feats[i][l]) + c(l) } }
    let w2 = in2(0)(0).count
    let l2 = [train(w2, in2, .page), train(w2, in2, .residue)]
    let p2 = samples.indices.map { apply(l2, in2, $0) }
    log("layer 2 (\(w2))")
    for i in samples.indices where folds[i] == k { out1[i] = p1[i]; out2[i] = p2[i] }
    if P("L3", 0) > 0 {
        p1 = p2
        let l3 = [train(w2, in2, .page), train(w2, in2, .residue)]
        let p3 = samples.indices.map { apply(l3, in2, $0) }
        for i in samples.indices where folds[i] == k { out3[i] = p3[i] }
    }
}
func arg(_ o: [[ClassVector]]) -> [[Int]] { o.map { $0.map { $0.indexOfMax(count: 13) } } }
report("L1", arg(out1)); report("L2", arg(out2)); if P("L3", 0) > 0 { report("L3", arg(out3)) }
log("done")
