/// All documents of a command's operands, as batches in their order.
///
/// A file that can't be read becomes one batch that says so, and the next one is opened.
struct DocumentSource {
    /// What is open at the moment.
    private var current: (name: String, reader: any BatchReader)?
    private var names: ArraySlice<String>
    private let format: InputFormat?
    private let isEager: Bool
    private let open: (String) throws(SystemFailure) -> any ByteSource

    /// The documents of the files of these names, opened by `open`.
    ///
    /// - Parameters:
    ///   - format: The format of all files; nil where each is to be told by name and content.
    ///   - isEager: Whether each line is to be worked on as soon as it is there.
    init(
        _ names: [String], format: InputFormat?, isEager: Bool,
        open: @escaping (String) throws(SystemFailure) -> any ByteSource
    ) {
        self.names = names[...]
        self.format = format
        self.isEager = isEager
        self.open = open
    }

    /// The next batch, or nil at the end of the last file.
    mutating func next() -> Batch? {
        while true {
            if let name = current?.name {
                do throws(SystemFailure) {
                    if let content = try current?.reader.next() {
                        return Batch(source: name, content: content)
                    }
                    current = nil
                } catch {
                    current = nil
                    return Batch(source: name, content: .unreadable(error.message))
                }
            }
            guard let name = names.popFirst() else { return nil }
            do throws(InputFailure) {
                current = (name, try opened(name))
            } catch {
                return Batch(source: name, content: .unreadable(error.message))
            }
        }
    }

    private func opened(_ name: String) throws(InputFailure) -> any BatchReader {
        let source: PeekedSource
        let start: ArraySlice<UInt8>
        do throws(SystemFailure) {
            source = PeekedSource(try open(name))
            start = try source.peek(atLeast: 512)
        } catch {
            throw .system(error)
        }
        if let foreign = ForeignContent(start: start) { throw .foreign(foreign) }
        switch format ?? InputFormat(name: name, start: start) {
        case .text: return TextBatchReader(source)
        case .jsonl: return LineBatchReader(source, isEager: isEager)
        case .wet: return ArchiveBatchReader(source)
        }
    }
}

/// Why a file can't be read as documents.
enum InputFailure: Error, Hashable {
    /// The system refuses.
    case system(SystemFailure)
    /// It holds something else than text.
    case foreign(ForeignContent)

    /// The failure in words, without the file's name.
    var message: String {
        switch self {
        case .system(let failure): failure.message
        case .foreign(let content): content.message
        }
    }
}
