/// How documents stand in the input.
enum InputFormat: String, CaseIterable {
    /// The whole file is one document.
    case text
    /// Each line is a JSON object with `text` or `paragraphs`.
    case jsonl
    /// Records of a web archive, of which those of type `conversion` are documents.
    case wet

    /// The format of a file of that name that starts with these bytes.
    ///
    /// A name that says the format is believed, save where the content is plainly an archive.
    init(name: String, start: ArraySlice<UInt8>) {
        let start = start.withoutMark
        if start.starts(with: "WARC/".utf8) {
            self = .wet
        } else if let named = Self.named(name) {
            self = named
        } else {
            self = Self.startsObject(start) ? .jsonl : .text
        }
    }

    private static func named(_ name: String) -> InputFormat? {
        guard let dot = name.lastIndex(of: ".") else { return nil }
        switch name[dot...].lowercased() {
        case ".jsonl", ".ndjson": return .jsonl
        case ".wet", ".warc": return .wet
        case ".txt", ".text", ".md": return .text
        default: return nil
        }
    }

    /// Whether a line begins as `{"name":` does: no page does, and a record that is cut off later
    /// still does.
    private static func startsObject(_ start: ArraySlice<UInt8>) -> Bool {
        var rest = start.drop(while: isSpace)
        guard rest.popFirst() == UInt8(ascii: "{") else { return false }
        rest = rest.drop { $0 == 0x20 || $0 == 0x09 }
        guard rest.popFirst() == UInt8(ascii: "\"") else { return false }
        rest = rest.drop { $0 != UInt8(ascii: "\"") && $0 >= 0x20 }.dropFirst()
        return rest.first(where: { !isSpace($0) }) == UInt8(ascii: ":")
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || 0x09...0x0D ~= byte
    }
}

/// Content that is no text, told by its first bytes.
enum ForeignContent: Hashable {
    /// Compressed with gzip.
    case gzip
    /// Compressed with Zstandard.
    case zstandard
    /// UTF-16, told by its byte order mark.
    case utf16

    /// What the content is, or nil where it can be text.
    init?(start: ArraySlice<UInt8>) {
        if start.starts(with: [0x1F, 0x8B]) {
            self = .gzip
        } else if start.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) {
            self = .zstandard
        } else if start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]) {
            self = .utf16
        } else {
            return nil
        }
    }

    /// What it is and what to do, in words.
    var message: String {
        switch self {
        case .gzip: "is compressed with gzip; expected text, read it through 'zcat'"
        case .zstandard: "is compressed with zstd; expected text, read it through 'zstdcat'"
        case .utf16: "is UTF-16; expected UTF-8, read it through 'iconv -f UTF-16 -t UTF-8'"
        }
    }
}

extension ArraySlice<UInt8> {
    /// The bytes without a UTF-8 byte order mark in front.
    var withoutMark: ArraySlice<UInt8> {
        starts(with: [0xEF, 0xBB, 0xBF]) ? dropFirst(3) : self
    }
}
