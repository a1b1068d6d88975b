import Testing

@testable import MastheadCommand

@Suite struct ProgressTests {
    @Test func showsDoneRateAndTimeLeft() {
        var progress = Progress(total: 100_000_000, start: .seconds(5))
        #expect(progress.add(bytes: 1, documents: 1, at: .milliseconds(5_100)) == nil)
        #expect(
            progress.add(bytes: 24_999_999, documents: 99, at: .seconds(7))
                == "\r\u{1B}[K100 documents, 25.0 MB, 25 %, 12.5 MB/s, 0:06 left")
        #expect(progress.add(bytes: 10, documents: 1, at: .milliseconds(7_100)) == nil)
        #expect(progress.end == "\r\u{1B}[K")
    }

    @Test func leavesOutWhatIsUnknown() {
        var progress = Progress(total: nil, start: .zero)
        #expect(
            progress.add(bytes: 150_000, documents: 2, at: .seconds(1))
                == "\r\u{1B}[K2 documents, 0.2 MB, 0.2 MB/s")
    }

    @Test func endsWithoutATraceWhereNothingWasShown() {
        var progress = Progress(total: 10, start: .zero)
        #expect(progress.add(bytes: 10, documents: 1, at: .milliseconds(1)) == nil)
        #expect(progress.end == nil)
    }

    @Test func neverSaysMoreThanAll() {
        var progress = Progress(total: 10, start: .zero)
        let line = progress.add(bytes: 30, documents: 1, at: .seconds(61))
        #expect(line?.contains("100 %") ?? false)
        #expect(line?.contains("left") == false)
    }
}
