/// Works on pieces of a stream on several threads and hands the results over in the stream's order.
///
/// At most `2 × threads + 1` pieces are in memory, whatever the stream's length: the next one is
/// read only when the oldest result has been handed over.
struct OrderedPipeline<Piece: Sendable, Product: Sendable> {
    /// Pieces worked on at a time; with 1, and where there is a single piece, everything happens on
    /// the caller's thread.
    let threads: Int
    /// Makes the result of a piece. It must not depend on other pieces.
    let work: @Sendable (Piece) -> Product

    /// Takes pieces from `next` until it returns nil and gives each result to `write`.
    ///
    /// Both are called on the caller's task, never at the same time. An error of `write` ends the
    /// run: no piece is read after it.
    func run<Failure: Error>(
        next: () -> Piece?, write: (Product) throws(Failure) -> Void
    ) async throws(Failure) {
        guard threads > 1 else {
            while let piece = next() { try write(work(piece)) }
            return
        }
        var ahead: [Piece] = []
        while ahead.count < 2, let piece = next() { ahead.append(piece) }
        if ahead.count < 2 {
            for piece in ahead { try write(work(piece)) }
            return
        }
        let failure = await withTaskGroup(of: (Int, Product).self) { group -> Failure? in
            var order = Order<Product>()
            var isAtEnd = false
            while true {
                while !isAtEnd, order.inFlight <= 2 * threads {
                    guard let piece = ahead.isEmpty ? next() : ahead.removeFirst() else {
                        isAtEnd = true
                        break
                    }
                    let number = order.begin()
                    group.addTask { [work] in (number, work(piece)) }
                }
                guard let (number, product) = await group.next() else { return nil }
                do throws(Failure) {
                    for ready in order.finish(number, product) { try write(ready) }
                } catch {
                    group.cancelAll()
                    return error
                }
            }
        }
        if let failure { throw failure }
    }
}

/// Results that wait for an earlier one.
private struct Order<Product> {
    private var begun = 0
    private var handedOver = 0
    private var waiting: [Int: Product] = [:]

    /// Pieces read whose results have not been handed over.
    var inFlight: Int { begun - handedOver }

    /// The number of the next piece.
    mutating func begin() -> Int {
        defer { begun += 1 }
        return begun
    }

    /// The results that can be handed over now that this one is there.
    mutating func finish(_ number: Int, _ product: Product) -> [Product] {
        waiting[number] = product
        var ready: [Product] = []
        while let next = waiting.removeValue(forKey: handedOver) {
            ready.append(next)
            handedOver += 1
        }
        return ready
    }
}
