import Masthead

/// The files that a command learns from or is measured on.
struct SampleFiles: Equatable {
    /// Files of samples, in the order of the operands.
    var samples: [String] = []
    /// The tables of a training directory by what they are, for example `counts/labels.tsv`.
    var tables: [TrainingTable: String] = [:]

    /// The files of these operands: files as they are, directories with all below them that ends
    /// in `.jsonl` or `.txt` and the tables of a training directory.
    init(_ names: [String], in environment: Environment) throws(CommandFailure) {
        for name in names {
            do throws(SystemFailure) {
                let path = environment.path(name)
                guard name != Environment.streamName,
                    try FileStatus(path: path)?.kind == .directory
                else {
                    samples.append(name)
                    continue
                }
                for file in try files(below: path) { add(file) }
            } catch {
                throw CommandFailure(name, error)
            }
        }
    }

    private mutating func add(_ path: String) {
        if let table = TrainingTable(path: path) {
            tables[table] = path
        } else if path.hasSuffix(".jsonl") || path.hasSuffix(".txt") {
            samples.append(path)
        }
    }

    /// The documents of the files of these operands, none where there are no operands.
    static func documents(
        _ names: [String], in environment: Environment
    ) throws(CommandFailure) -> [AnnotatedDocument] {
        names.isEmpty ? [] : try SampleFiles(names, in: environment).documents(in: environment)
    }

    /// The documents of all files of samples. The first line that is none is a failure: a model
    /// must not quietly learn from less than it was given. Blank lines are skipped.
    func documents(in environment: Environment) throws(CommandFailure) -> [AnnotatedDocument] {
        var documents: [AnnotatedDocument] = []
        for name in samples {
            let lines = try environment.wholeFile(name)[...].withoutMark
                .split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            for (index, line) in lines.enumerated() {
                if line.allSatisfy({ $0 == 0x20 || 0x09...0x0D ~= $0 }) { continue }
                do throws(ImportError) {
                    documents.append(try AnnotatedDocument(sampleLine: line))
                } catch {
                    throw CommandFailure("\(name):\(index + 1): \(error.message)")
                }
            }
        }
        guard !documents.isEmpty || !tables.isEmpty else {
            throw CommandFailure("expected samples, found none")
        }
        return documents
    }
}

extension Environment {
    /// The whole content of a file, whose name stands in the error.
    func wholeFile(_ name: String) throws(CommandFailure) -> [UInt8] {
        do {
            return try contents(of: name)
        } catch {
            throw CommandFailure(name, error)
        }
    }
}
