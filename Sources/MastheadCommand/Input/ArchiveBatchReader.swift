/// Reads the records of a web archive (WARC 1.0 and 1.1, ISO 28500) by their length, and keeps those
/// of type `conversion`: in WET files, the text of the pages.
///
/// A header that can't be read is marked, and reading goes on at the next line that starts a record.
struct ArchiveBatchReader: BatchReader {
    private var input: ByteWindow
    private let longest: Int
    /// What ended the reading; thrown when the records before it have been handed over.
    private var failure: SystemFailure?

    /// Records of more than `longest` bytes are left out of memory and marked.
    init(_ source: PeekedSource, longest: Int = ReadSize.record) {
        input = ByteWindow(source)
        self.longest = longest
    }

    mutating func next() throws(SystemFailure) -> Batch.Content? {
        var records: [ArchiveRecord] = []
        var size = 0
        if let failure { throw failure }
        do throws(SystemFailure) {
            while size < Batch.size, let record = try nextRecord() {
                if case .success(let text) = record.content { size += text.count }
                size += 64
                records.append(record)
            }
        } catch {
            guard !records.isEmpty else { throw error }
            failure = error
        }
        return records.isEmpty ? nil : .archive(records)
    }

    /// The next document or unreadable record.
    private mutating func nextRecord() throws(SystemFailure) -> ArchiveRecord? {
        while try skipLineBreaks() {
            let header = try readHeader()
            guard let header, let length = header.length else {
                // After a whole header the next line may start a record.
                try skipToRecord(isLineStart: header != nil)
                return ArchiveRecord(content: .failure(.malformed))
            }
            let content = try readContent(length)
            if header.isConversion {
                var record = header.record
                record.content = content
                return record
            }
        }
        return nil
    }

    /// Whether something follows the line breaks between records.
    private mutating func skipLineBreaks() throws(SystemFailure) -> Bool {
        while try input.fill(1) {
            guard input[0] == 0x0D || input[0] == 0x0A else { return true }
            input.skip(1)
        }
        return false
    }

    /// The header, read up to the empty line that ends it; nil where there is none.
    private mutating func readHeader() throws(SystemFailure) -> ArchiveHeader? {
        guard try input.fill(5), input.prefix(5).elementsEqual("WARC/".utf8) else { return nil }
        var header = ArchiveHeader()
        var isFirst = true
        for _ in 0..<ArchiveHeader.mostLines {
            guard let line = try input.line(atMost: ArchiveHeader.longestLine) else { return nil }
            if line.isEmpty { return header }
            if !isFirst { header.read(line) }
            isFirst = false
        }
        return nil
    }

    private mutating func readContent(
        _ length: Int
    ) throws(SystemFailure) -> Result<[UInt8], ArchiveFailure> {
        guard length <= longest else {
            var left = length
            while left > 0, try input.fill(1) {
                let count = min(left, input.count)
                input.skip(count)
                left -= count
            }
            return .failure(.tooLong(length))
        }
        let isWhole = try input.fill(length)
        let content = Array(input.prefix(min(length, input.count)))
        input.skip(content.count)
        return isWhole
            ? .success(content) : .failure(.cutOff(found: content.count, expected: length))
    }

    /// Skips up to a line that starts a record; at least one byte, if this is no line's start.
    private mutating func skipToRecord(isLineStart: Bool) throws(SystemFailure) {
        var isLineStart = isLineStart
        while try input.fill(5) {
            if isLineStart, input.prefix(5).elementsEqual("WARC/".utf8) { return }
            isLineStart = input[0] == 0x0A
            input.skip(1)
        }
        input.skip(input.count)
    }
}

/// The fields of a header that matter here.
struct ArchiveHeader {
    /// Headers of more lines, or longer ones, are taken for debris.
    static let mostLines = 1_000
    /// Bytes; addresses may be long.
    static let longestLine = 1 << 16

    private(set) var record = ArchiveRecord(content: .failure(.malformed))
    private(set) var isConversion = false
    /// Bytes of content; nil where the header gives no usable length.
    private(set) var length: Int?

    /// Reads `Name: value`. Names are compared without case, as the standard says.
    mutating func read(_ line: ArraySlice<UInt8>) {
        let text = String(decoding: line, as: UTF8.self)
        guard let colon = text.firstIndex(of: ":") else { return }
        let value = text[text.index(after: colon)...].trimmed
        switch text[..<colon].lowercased() {
        case "warc-type": isConversion = value.lowercased() == "conversion"
        case "warc-record-id":
            record.identifier = String(value.drop { $0 == "<" }.prefix { $0 != ">" })
        case "warc-target-uri": record.address = String(value)
        case "warc-date": record.date = String(value)
        case "warc-identified-content-language":
            record.language = value.split(separator: ",").first.map { String($0) }
        case "content-length": length = Int(value).flatMap { $0 >= 0 ? $0 : nil }
        default: break
        }
    }
}

extension Substring {
    /// The text without white space at its ends.
    var trimmed: Substring {
        var text = self
        while text.first?.isWhitespace ?? false { text.removeFirst() }
        while text.last?.isWhitespace ?? false { text.removeLast() }
        return text
    }
}
