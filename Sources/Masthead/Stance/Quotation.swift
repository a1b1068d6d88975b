/// A quotation mark by its code point.
enum QuotationMark: Sendable, Hashable {
    /// „ “ ” " « » and their like.
    case double(UInt32)
    /// ‚ ‘ ’ ' ‹ › and their like.
    case single(UInt32)

    /// The mark of that code point, or nil where it is none.
    @inline(__always)
    init?(_ scalar: UInt32) {
        switch scalar {
        case 0x22, 0xAB, 0xBB, 0x201C, 0x201D, 0x201E, 0x201F, 0xFF02, 0x300C, 0x300D:
            self = .double(scalar)
        case 0x27, 0x2018, 0x2019, 0x201A, 0x201B, 0x2039, 0x203A, 0x60, 0xB4:
            self = .single(scalar)
        default: return nil
        }
    }

    /// Whether the mark can end a quotation in some language.
    var closes: Bool {
        switch self {
        case .double(let mark): mark != 0x201E
        case .single(let mark): mark != 0x201A
        }
    }

    var isSingle: Bool {
        if case .single = self { true } else { false }
    }
}

/// A stretch of a paragraph between two quotation marks.
struct Quotation: Sendable, Hashable {
    /// Index of the opening mark's token.
    let open: Int
    /// Index of the closing mark's token, or the number of tokens where it never closes.
    let close: Int
    /// Whether a closing mark was found.
    let isClosed: Bool
    /// Words between the marks.
    let words: Int

    /// Token indices between the marks.
    var content: Range<Int> { (open + 1)..<max(close, open + 1) }
}

extension Quotation {
    /// The quotations of a paragraph, outermost and nested, ordered by their opening mark.
    ///
    /// Marks are told apart by where they stand, not by their shape: machine translation and
    /// broken encodings put `“` where `„` belongs and close with the mark that opens. A mark
    /// after a space and before a word opens; one after a word closes what is open. An
    /// apostrophe opens only where its partner follows. An opening double mark without a
    /// partner runs to the end of the paragraph, as where a speech goes on in the next one.
    /// O(tokens).
    static func quotations(in tokens: [StanceToken]) -> [Quotation] {
        var found: [Quotation] = []
        var openDouble: Int?
        var openSingle: Int?
        for index in tokens.indices where tokens[index].kind == .mark {
            guard let mark = QuotationMark(tokens[index].hash) else { continue }
            let side = Side(of: index, in: tokens)
            if mark.isSingle {
                if let start = openSingle, side.canClose {
                    found.append(.init(from: start, to: index, closed: true, tokens))
                    openSingle = nil
                } else if side.canOpen, !side.canClose {
                    openSingle = index
                }
            } else if let start = openDouble, side.canClose || !side.canOpen {
                found.append(.init(from: start, to: index, closed: true, tokens))
                openDouble = nil
            } else if openDouble == nil, side.canOpen {
                openDouble = index
            }
        }
        if let start = openDouble {
            found.append(.init(from: start, to: tokens.count, closed: false, tokens))
        }
        return found.sorted { ($0.open, $1.close) < ($1.open, $0.close) }
    }

    private init(from open: Int, to close: Int, closed: Bool, _ tokens: [StanceToken]) {
        self.open = open
        self.close = close
        isClosed = closed
        words = tokens[min(open + 1, close)..<close].count { $0.kind != .mark }
    }

    /// Which sides of a mark touch something.
    private struct Side {
        let canOpen: Bool
        let canClose: Bool

        init(of index: Int, in tokens: [StanceToken]) {
            let token = tokens[index]
            let touchesBefore = index > 0 && tokens[index - 1].end == token.start
            let touchesAfter =
                index + 1 < tokens.count && tokens[index + 1].start == token.end
            let opensBracket =
                touchesBefore && tokens[index - 1].kind == .mark
                && Self.openers.contains(tokens[index - 1].hash)
            canOpen = touchesAfter && (!touchesBefore || opensBracket)
            canClose = touchesBefore && !opensBracket
        }

        /// Brackets, dashes, slashes, the colon and opening marks of another level.
        private static let openers: Set<UInt32> = [
            0x28, 0x5B, 0x2F, 0x2013, 0x2014, 0x3A, 0x201E, 0x201A, 0x22, 0xBB, 0xAB,
        ]
    }
}
