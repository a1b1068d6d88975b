import Masthead
import Synchronization

/// The lines of the pages before, for a run that takes pages one by one.
final class LineMemory: Sendable {
    private let lines = Mutex(RepeatedLines())

    /// A page with what is known of its lines from earlier pages of its site.
    func weighed(_ page: PageAnalysis, site: String) -> PageAnalysis {
        var page = page
        page.paragraphs = lines.withLock { $0.weighed(page.paragraphs, site: site) }
        return page
    }
}
