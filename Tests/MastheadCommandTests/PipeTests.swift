import Foundation
import Testing

@testable import MastheadCommand

/// The program between others, in real pipes; what `Documentation/pipelines.md` shows.
@Suite(.enabled(if: BuiltProgram.path != nil, "the program is not beside the tests"))
struct PipeTests {
    private func rows(_ count: Int) -> String {
        (0..<count).map { number in
            "{\"id\":\(number),\"text\":"
                + (number % 1_000 == 7 ? "" : "\"Satz \(number).\\n# T\"}")
        }.joined(separator: "\n") + "\n"
    }

    @Test func oneBadRecordInAThousandIsMarkedAndTheRestUntouched() throws {
        let world = try TestWorld.withModel(["in.jsonl": rows(3_000)])
        let script = """
            for threads in 1 2; do
              cat in.jsonl | $MASTHEAD clean -f jsonl -m m -j $threads > out$threads
            done
            grep -v -n '^{"id":[0-9]*,"text":' out1
            cmp out1 out2
            """
        #expect(try world.shell(script) == 0)
        let bad = try world.read("out").split(separator: "\n")
        #expect(bad.map { $0.prefix { $0 != ":" } } == ["8", "1008", "2008"])
        #expect(bad.allSatisfy { $0.contains("\"error\":") })
        #expect(try world.read("out2").split(separator: "\n").count == 3_000)
    }

    @Test(
        .enabled(if: BuiltProgram.runs("/bin/sh", "-c", "echo | gzip | zcat"), "no gzip here"),
        arguments: [0, 12])
    func readsGzippedArchivesThroughZcat(missing: Int) throws {
        let record = """
            WARC/1.0\r
            WARC-Type: conversion\r
            WARC-Record-ID: <urn:1>\r
            Content-Length: 20\r
            \r
            Ein Satz steht hier.\r
            \r

            """
        let archive = String(decoding: (record + record).utf8.dropLast(missing), as: UTF8.self)
        let world = try TestWorld.withModel(["a.wet": archive])
        let script = "gzip a.wet; zcat a.wet.gz | $MASTHEAD label -f jsonl -m m"
        #expect(try world.shell(script) == 0)
        let rows = try world.read("out").split(separator: "\n")
        try #require(rows.count == 2)
        #expect(rows[0].hasPrefix(#"{"id":"urn:1","#) && !rows[0].contains("error"))
        let cutOff = #"{"id":"urn:1","error":"the record is cut off after 12 of 20 bytes"}"#
        #expect(missing == 0 ? !rows[1].contains("error") : rows[1] == cutOff)
    }

    /// With `--line-buffered` each line is answered before the next one comes, without it at the
    /// end.
    @Test func answersALineBeforeTheNext() throws {
        let world = try TestWorld.withModel()
        let process = world.process("exec $MASTHEAD clean -f jsonl -m m --line-buffered")
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        for number in 0..<3 {
            let line = "{\"id\":\(number),\"text\":\"Ein Satz.\"}\n"
            try input.fileHandleForWriting.write(contentsOf: Data(line.utf8))
            var answer = Data()
            while answer.last != 0x0A {
                let next = output.fileHandleForReading.availableData
                try #require(!next.isEmpty)
                answer += next
            }
            #expect(String(decoding: answer, as: UTF8.self).hasPrefix("{\"id\":\(number),"))
        }
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }

    /// GNU parallel cuts a stream at line ends and puts the answers in order.
    @Test(
        .enabled(
            if: BuiltProgram.runs("/bin/sh", "-c", "parallel --version | grep -q GNU"),
            "no GNU parallel here"))
    func worksUnderParallel() throws {
        let world = try TestWorld.withModel(["in.jsonl": rows(2_000)])
        let script = """
            $MASTHEAD clean -f jsonl -m m -j 1 in.jsonl | grep -v error > once
            parallel --pipepart -a in.jsonl --block 20k --keep-order \
              $MASTHEAD clean -i jsonl -f jsonl -m m -j 1 | grep -v error > out2
            cmp once out2
            """
        #expect(try world.shell(script) == 0)
    }

    /// `split --filter` does the same with what every Linux has.
    @Test(.enabled(if: BuiltProgram.runs("/bin/sh", "-c", "split --version"), "no GNU split here"))
    func worksUnderSplit() throws {
        let world = try TestWorld.withModel(["in.jsonl": rows(2_000)])
        let script = """
            $MASTHEAD clean -f jsonl -m m -j 1 in.jsonl | grep -v error > once
            split -C 20k --filter='$MASTHEAD clean -i jsonl -f jsonl -m m -j 1' in.jsonl |
              grep -v error > out2
            cmp once out2
            """
        #expect(try world.shell(script) == 0)
    }

    /// Keys are made and taken off by other tools; the rows stay in their order.
    @Test func aMapperWithKeysKeepsThem() throws {
        let world = try TestWorld.withModel(["in.jsonl": rows(100)])
        let script = """
            cat in.jsonl | $MASTHEAD clean --input jsonl --format tsv --model m | cut -f 1
            """
        #expect(try world.shell(script) == 0)
        let keys = try world.read("out").split(separator: "\n").map(String.init)
        #expect(keys == (0..<100).map { $0 == 7 ? "-:8" : "\($0)" })
    }

    #if os(Linux)
        /// What a program takes from other libraries stands by name in its table of symbols.
        @Test func linksNothingThatReachesForANetwork() throws {
            let world = try TestWorld()
            let calls = """
                socket|connect|getaddrinfo|gethostbyname|sendto|recvfrom|sendmsg|recvmsg|inet_pton\
                |res_query|SSL_connect|dlopen|lib(FoundationNetworking|curl|ssl).*
                """
            // One that is linked, to see that the search finds it.
            let script = """
                tr '\\0' '\\n' < "$MASTHEAD" | LC_ALL=C grep -a -x -E 'fsync|\(calls)' | sort -u
                """
            #expect(try world.shell(script) == 0)
            #expect(try world.read("out") == "fsync\n")
        }
    #endif
}
