/// A piece of the input that one thread works on: whole records, in their order.
struct Batch: Sendable {
    /// The name of the file as typed; `-` for standard input.
    let source: String
    /// The records.
    let content: Content

    /// Records by the way they stand in the file.
    enum Content: Sendable, Equatable {
        /// A plain text.
        case document([UInt8])
        /// A window of a plain text that is too long to be one page.
        case window([UInt8], isFirst: Bool, isLast: Bool)
        /// Lines of JSON, each with its line break save perhaps the last; `first` is the number of
        /// the first line, from 1.
        case lines([UInt8], first: Int)
        /// Records of an archive.
        case archive([ArchiveRecord])
        /// One line that is too long to be read, by its number.
        case longLine(Int)
        /// The file, or the rest of it, can't be read.
        case unreadable(String)
    }

    /// Bytes that make a batch worth a task.
    static let size = 1 << 18
}

/// A record of a web archive.
struct ArchiveRecord: Sendable, Equatable {
    /// Its `WARC-Record-ID`, without the angle brackets.
    var identifier: String?
    /// Its `WARC-Target-URI`.
    var address: String?
    /// Its `WARC-Identified-Content-Language`, the first where there are several.
    var language: String?
    /// Its `WARC-Date`.
    var date: String?
    /// Its text, or why there is none.
    var content: Result<[UInt8], ArchiveFailure>
}

/// Why a record of an archive is not a document.
enum ArchiveFailure: Error, Hashable {
    /// The file ends before the record does.
    case cutOff(found: Int, expected: Int)
    /// A header without a length, or none at all.
    case malformed
    /// The record is longer than can be read.
    case tooLong(Int)

    /// The failure in words.
    var message: String {
        switch self {
        case .cutOff(let found, let expected):
            "the record is cut off after \(found) of \(expected) bytes"
        case .malformed: "not a WARC record: expected a header with Content-Length"
        case .tooLong(let length):
            "the record is \(length) bytes long; expected at most \(ReadSize.record)"
        }
    }
}
