/// How far a long run is, on a line of the terminal that is written over.
struct Progress {
    /// Bytes of the whole input; nil where that can't be known.
    let total: Int?
    private var done = 0
    private var documents = 0
    private var shown: Duration?
    private let start: Duration

    /// A line that is renewed more often can't be read and costs time.
    static let interval = Duration.milliseconds(250)
    /// Erases the line, ECMA-48 EL.
    static let eraser = "\r\u{1B}[K"

    init(total: Int?, start: Duration) {
        self.total = total
        self.start = start
    }

    /// Counts what has been worked on. Returns the line to show, or nil where it isn't time for it.
    mutating func add(bytes: Int, documents count: Int, at now: Duration) -> String? {
        done += bytes
        documents += count
        guard now - (shown ?? start) >= Self.interval else { return nil }
        shown = now
        return Self.eraser + line(after: now - start)
    }

    /// What takes the line off the terminal, or nil where none was shown.
    var end: String? { shown.map { _ in Self.eraser } }

    private func line(after elapsed: Duration) -> String {
        let seconds =
            Double(elapsed.components.seconds)
            + Double(elapsed.components.attoseconds) / 1e18
        let rate = seconds > 0 ? Double(done) / seconds : 0
        var parts = ["\(documents) documents", megabytes(Double(done))]
        if let total, total > 0 { parts.append("\(min(100, done * 100 / total)) %") }
        parts.append("\(megabytes(rate))/s")
        if let total, rate > 0, total > done {
            parts.append("\(clock(Int(Double(total - done) / rate))) left")
        }
        return parts.joined(separator: ", ")
    }

    private func megabytes(_ bytes: Double) -> String {
        let tenths = Int((bytes / 100_000).rounded())
        return "\(tenths / 10).\(tenths % 10) MB"
    }

    private func clock(_ seconds: Int) -> String {
        let rest = seconds % 60
        return "\(seconds / 60):\(rest < 10 ? "0" : "")\(rest)"
    }
}
