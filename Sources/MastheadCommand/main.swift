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
func labelsOf(_ d: AnnotatedDocument) -> [ParagraphLabel?] { d.paragraphs.map { p -> ParagraphLabel? in if case .label(let l) = p.label { l } else { nil } } }

let dev = load("/tmp/data/dev.jsonl")
let keepShare: [Double] = [1, 0.7, 0.37, 0.6, 0.25, 0.25, 0.1, 0.2, 0.08, 0.2, 0.01, 0.2, 0.13]
func reduced(_ d: AnnotatedDocument, _ seed: UInt64) -> LabelSample? {
    let labels = labelsOf(d)
    if d.other["regime"]?.string == "residue" { return nil }
    var rng = SplitMix(seed: seed)
    var r = AnnotatedDocument(id: d.id, paragraphs: [])
    let mul = Double(P("SIMK", 1.5))
    for (p, l) in zip(d.paragraphs, labels) { if let l, Double.random(in: 0..<1, using: &rng) < keepShare[Int(l.rawValue)] * mul { r.paragraphs.append(p) } }
    if labelsOf(r).filter({ $0 == .body }).count < 2 { return nil }
    r.other = d.other; r.other["regime"] = .string("residue")
    var s = LabelSample(r)
    s.isReduced = true; s.fitWeight = P("SIMW", 0.5)
    return s
}
var all = dev.map { LabelSample($0) }
let devCount = all.count
let news = dev.map { $0.other["round"]?.integer == 1 }
if P("OWN", 1) > 0 {
    for f in FileManager.default.enumerator(atPath: "/work/main/TrainingData/documents")!.map({ $0 as! String }).sorted() where f.hasSuffix("jsonl") {
        for d in load("/work/main/TrainingData/documents/" + f) { var s = LabelSample(d); s.fitWeight = P("OWNW", 0.5); all.append(s) }
    }
}
for r in 0..<Int(P("SIM", 1)) { for (i, d) in dev.enumerated() { if let s = reduced(d, UInt64(i + 7919 * r)) { all.append(s) } } }
if P("PAGES", 0) > 0 {
    let ids = Set(dev.filter { $0.other["regime"]?.string != "residue" }.map(\.id))
    for d in load("/tmp/data/pages.jsonl") where !ids.contains(d.id) { var s = LabelSample(d); s.fitWeight = 0; all.append(s) }
}
let samples = all
log("features \(samples.count)")
let K = 5
func fold(_ g: String) -> Int { var h: UInt64 = 1469598103934665603; for b in g.utf8 { h = (h ^ UInt64(b)) &* 1099511628211 }; return Int((h >> 20) % UInt64(K)) }
let folds = samples.map { fold($0.group) }
var total = LabelCounts()
for s in samples { total.add(s) }
log("counted")
func report(_ name: String, _ pred: [[Int]], _ prob: [[Float]]) {
    for (n, w) in [("page", { (i: Int) in samples[i].regime == .page }), ("resi", { samples[$0].regime == .residue }), ("news-resi", { samples[$0].regime == .residue && news[$0] })] as [(String, (Int)->Bool)] {
        var c = Array(repeating: Array(repeating: 0, count: 13), count: 13)
        var ece = Array(repeating: (0.0, 0.0, 0.0), count: 15)
        for i in 0..<devCount where !pred[i].isEmpty && w(i) { for l in pred[i].indices { if let g = samples[i].labels[l] {
            c[Int(g.rawValue)][pred[i][l]] += 1
            let b = min(14, Int(prob[i][l] * 15)); ece[b].0 += 1; ece[b].1 += Double(prob[i][l]); ece[b].2 += g == .body ? 1 : 0
        } } }
        let f = (0..<13).map { k -> Double in let tp = Double(c[k][k]); let a = Double(c[k].reduce(0,+)); let b = Double((0..<13).map { c[$0][k] }.reduce(0,+)); return a + b == 0 ? 0 : 2*tp/(a+b) }
        let rec = Double(c[0][0]) / Double(c[0].reduce(0,+))
        let tot = ece.map(\.0).reduce(0,+)
        let e = ece.map { abs($0.1 - $0.2) }.reduce(0,+) / tot
        print(name, n, String(format: "macro %.3f body %.3f rec %.3f ece %.3f|", f.reduce(0,+)/13, f[0], rec, e), zip(ParagraphLabel.allCases, f).map { "\($0.name.prefix(5)) " + String(format: "%.2f", $1) }.joined(separator: " "))
    }
}
var fit = LabelWeightFit()
fit.fit.epochs = Int(P("EPOCHS", 7)); fit.fit.rate = P("RATE", 0.01); fit.fit.penalty = P("L2", 1e-5)
fit.otherRegime = P("OTHER", 0.4); fit.rarity = P("CW", 0.3)
var pred: [[Int]] = Array(repeating: [], count: samples.count)
var prob: [[Float]] = Array(repeating: [], count: samples.count)
for k in 0..<Int(P("FOLDS", 5)) {
    var tr = total
    for (i, s) in samples.enumerated() where folds[i] == k { tr.add(s, sign: -1) }
    let train = samples.indices.filter { folds[$0] != k }.map { samples[$0] }
    let w = fit.weights(train, counts: tr)
    log("fold \(k) weights")
    var t = Trainer(counts: tr, weights: w)
    let m = t.makeModel()
    if k == 0 { log("model \(m.bytes.count) bytes \(m.termCount) terms") }
    for i in 0..<devCount where folds[i] == k {
        let p = m.decoder.probabilities(samples[i].evidence)
        pred[i] = p.map { $0.indexOfMax(count: 13) }; prob[i] = p.map { $0[0] }
    }
}
report("L2", pred, prob)
log("done")
if P("WRITE", 0) > 0 {
    let w = fit.weights(samples, counts: total)
    var t = Trainer(counts: total, weights: w)
    try! Data(t.modelBytes()).write(to: URL(fileURLWithPath: "/tmp/default.masthead"))
}
