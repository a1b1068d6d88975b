import CommandLineKit
import Masthead

/// How the profiles of sites are printed.
enum ProfileFormat: String, CaseIterable {
    /// For people; may change.
    case text
    /// One JSON object on a line.
    case json
    /// A line for each figure.
    case tsv
}

/// By what pages are put together.
enum ProfileKey: String, CaseIterable {
    /// The page's site.
    case site
    /// The outlet that the page names, else the one its record names.
    case outlet
}

/// `masthead profile`.
struct ProfileRequest: Equatable {
    /// The names of the files; `-` is standard input.
    var names: [String]
    /// The names of the files with whose markers they are compared; none for the other sites.
    var reference: [String]
    /// By what pages are put together.
    var key: ProfileKey
    /// How many words, wordings, lines and credits of each site are shown.
    var limit: Int
    /// The format of all files; nil where each is to be told by name and content.
    var input: InputFormat?
    /// How the profiles are printed.
    var format: ProfileFormat
    /// The file of the model; nil for the built-in one.
    var model: String?
    /// Threads; nil for one a core.
    var threads: Int?

    init(_ invocation: Invocation) throws(UsageError) {
        names = invocation.operands.isEmpty ? [Environment.streamName] : invocation.operands
        reference = invocation.values(of: .reference)
        key = try invocation.value(of: .profileKey, as: ProfileKey.self) ?? .site
        limit = try invocation.int(of: .limit, in: 0 ... .max) ?? 0
        input = try invocation.value(of: .input, as: InputFormat.self)
        format = try invocation.value(of: .profileFormat, as: ProfileFormat.self) ?? .text
        model = invocation.value(of: .model)
        threads = try invocation.int(of: .threads, in: 1...PageRequest.mostThreads)
    }

    /// What a thread makes of a batch.
    private struct Product: Sendable {
        var pages: [(site: String, page: PageAnalysis)] = []
        var messages: [String] = []
    }

    func run(in environment: Environment) async throws(CommandFailure) -> RunStatus {
        let analyzer = try environment.analyzer(model, finding: .all)
        let (collection, hasFailed) = await collection(of: names, analyzer, in: environment)
        let other =
            reference.isEmpty
            ? nil : await self.collection(of: reference, analyzer, in: environment)
        let profiles = collection.profiles(limit: limit, reference: other?.0)
        let printer = ProfilePrinter(
            key: key, limit: limit, palette: Palette(isColoured: environment.isColoured))
        switch format {
        case .text: try environment.print(printer.text(profiles))
        case .json: try environment.print(printer.json(profiles).jsonLine + "\n")
        case .tsv: try environment.print(printer.table(profiles))
        }
        return hasFailed || other?.hasFailed == true ? .failure : .done
    }

    /// The pages of files by site, and whether a record could not be read.
    private func collection(
        of names: [String], _ analyzer: any PageAnalyzing, in environment: Environment
    ) async -> (ProfileCollection, hasFailed: Bool) {
        var source = DocumentSource(
            names, format: input, isEager: false, open: environment.open)
        let pipeline = OrderedPipeline<Batch, Product>(
            threads: threads ?? environment.cores, work: { product(of: $0, analyzer) })
        var collection = ProfileCollection()
        var hasFailed = false
        await pipeline.run(next: { source.next() }) { product in
            for message in product.messages { environment.report(message) }
            hasFailed = hasFailed || !product.messages.isEmpty
            for (site, page) in product.pages { collection.add(page, of: site) }
        }
        return (collection, hasFailed)
    }

    private func product(of batch: Batch, _ analyzer: any PageAnalyzing) -> Product {
        var product = Product()
        batch.forEachRecord { record in
            switch record {
            case .success(let document):
                let page =
                    switch document.content {
                    case .text(let text): analyzer.analysis(of: text)
                    case .paragraphs(let paragraphs): analyzer.analysis(of: paragraphs)
                    }
                product.pages.append((document.profileGroup(key, page, batch), page))
            case .failure(let bad): product.messages.append("\(bad.place): \(bad.message)")
            }
        }
        return product
    }
}

extension InputDocument {
    /// What the page is filed under, `unknown` where nothing says it.
    fileprivate func profileGroup(
        _ key: ProfileKey, _ page: PageAnalysis, _ batch: Batch
    ) -> String {
        let unknown = "unknown"
        switch key {
        case .outlet:
            if let named = page.outlet?.sources.outlets.first { return named.name }
            return value(of: "outlet")?.object?["name"]?.string ?? unknown
        case .site: return site(in: batch) ?? unknown
        }
    }
}
