import Testing

@testable import MastheadCommand

@Suite struct CleanCommandTests {
    private let page = "> Mehr dazu\n# Titel\nErster Absatz.\nZweiter.\n© Verlag\n"

    @Test func printsTheArticleOfAFile() async throws {
        let world = try TestWorld(files: ["a.txt": page])
        #expect(await world.run("clean", "a.txt") == .done)
        #expect(world.output.text == "# Titel\nErster Absatz.\nZweiter.\n")
        #expect(world.errors.text == "")
    }

    @Test(arguments: [["clean"], ["clean", "-"]])
    func readsStandardInput(arguments: [String]) async throws {
        let world = try TestWorld()
        world.type(page, chunk: 3)
        #expect(await world.run(arguments) == .done)
        #expect(world.output.text == "# Titel\nErster Absatz.\nZweiter.\n")
    }

    @Test func keepsMoreOnRequest() async throws {
        let world = try TestWorld(files: ["a.txt": page])
        #expect(await world.run("clean", "a.txt", "--keep", "notice,related") == .done)
        #expect(
            world.output.text
                == "> Mehr dazu\n# Titel\nErster Absatz.\nZweiter.\n© Verlag\n")
        #expect(await world.run("clean", "a.txt", "--keep", "notices") == .failure)
        #expect(world.errors.text.hasPrefix("masthead: unknown value 'notices' for '--keep'"))
    }

    /// Of paragraphs that are the article with 0.88, what stood on an earlier page has 0.5 left.
    @Test func holdsRepeatedLinesAgainstPagesOfASite() async throws {
        let world = try TestWorld()
        let pages = """
            {"text": "Mehr lesen Sie hier.\\nEins.", "url": "https://a.example/1"}
            {"text": "Mehr lesen Sie hier.\\nZwei.", "url": "https://a.example/2"}
            {"text": "Mehr lesen Sie hier.\\nDrei.", "url": "https://b.example/3"}
            {"text": "Mehr lesen Sie hier.\\nVier.", "site": "a.example"}

            """
        world.type(pages)
        let arguments = ["clean", "--precision", "--input", "jsonl"]
        #expect(await world.run(arguments + ["--repeated-lines", "-j", "2"]) == .done)
        let more = "Mehr lesen Sie hier.\n"
        #expect(world.output.text == more + "Eins.\n\nZwei.\n\n" + more + "Drei.\n\nVier.\n")
        let other = try TestWorld()
        other.type(pages)
        #expect(await other.run(arguments) == .done)
        #expect(other.output.text.split(separator: "\n").filter { $0.hasPrefix("Mehr") }.count == 4)
    }

    @Test func separatesArticlesByAnEmptyLine() async throws {
        let world = try TestWorld(files: ["a.txt": "eins", "b.txt": "> nichts", "c.txt": "drei"])
        #expect(await world.run("clean", "a.txt", "b.txt", "c.txt") == .done)
        #expect(world.output.text == "eins\n\ndrei\n")
    }

    @Test func saysNoWhereNoTextHasAnArticle() async throws {
        let world = try TestWorld(files: ["a.txt": "> nichts", "b.txt": "", "c.txt": "etwas"])
        #expect(await world.run("clean", "a.txt", "b.txt") == .no)
        #expect(world.output.text == "")
        #expect(await world.run("clean", "a.txt", "c.txt") == .done)
    }

    @Test func aStreamOfRecordsIsNeverANo() async throws {
        let world = try TestWorld()
        world.type("{\"text\": \"> nichts\"}\n")
        #expect(await world.run("clean", "-f", "jsonl") == .done)
        world.type("")
        #expect(await world.run("clean", "-f", "jsonl", "--input", "jsonl") == .done)
        #expect(world.output.lines.count == 1)
    }

    @Test func passesOtherMembersThroughUntouched() async throws {
        let world = try TestWorld()
        world.type(
            """
            {"id": 7, "text": "# T\\n> x\\nÄ\\"", "n": 1.50, "deep": {"b": [1,  2]}, "big": 12345678901234567890}
            {"kept": "mine", "url": "u", "text": ""}

            """)
        #expect(await world.run("clean", "-f", "jsonl") == .done)
        #expect(
            world.output.lines == [
                ##"{"id":7,"text":"# T\nÄ\"","kept":2,"removed":1,"uncertain":0,"repairs":0,"n":1.50,"##
                    + #""deep":{"b": [1,  2]},"big":12345678901234567890}"#,
                #"{"url":"u","text":"","kept":0,"removed":0,"uncertain":0,"repairs":0}"#,
            ])
    }

    @Test func cleansAnnotatedDocuments() async throws {
        let world = try TestWorld()
        world.type(
            #"{"id":"d","paragraphs":[{"text":"> a","label":"share"},{"text":"b\nc"}],"x":1}"#)
        #expect(await world.run("clean", "-f", "jsonl") == .done)
        #expect(
            world.output.lines
                == [
                    #"{"id":"d","text":"b\nc","kept":1,"removed":1,"uncertain":0,"repairs":0,"x":1}"#
                ])
    }

    @Test func printsEveryFormat() async throws {
        let input =
            #"{"id":"a","text":"x\ty"}"# + "\n" + #"{"id":"b"}"# + "\n"
            + #"{"id":"c","text":"z"}"# + "\n"
        let expected = [
            "json": """
            [
            {"id":"a","text":"x\\ty","kept":1,"removed":0,"uncertain":0,"repairs":0},
            {"id":"b","error":"expected a string 'text' or an array 'paragraphs', found neither"},
            {"id":"c","text":"z","kept":1,"removed":0,"uncertain":0,"repairs":0}
            ]

            """,
            "tsv": """
            a\tx\\ty\t
            b\t\texpected a string 'text' or an array 'paragraphs', found neither
            c\tz\t

            """,
            "text": "x\ty\n\nz\n",
        ]
        for (format, text) in expected {
            let world = try TestWorld()
            world.type(input)
            #expect(await world.run("clean", "--format", format) == .done)
            #expect(world.output.text == text)
            #expect(world.errors.lines.count == 1)
        }
    }

    @Test func anEmptyArrayIsStillJSON() async throws {
        let world = try TestWorld()
        #expect(await world.run("clean", "-f", "json", "-i", "jsonl") == .done)
        #expect(world.output.text.filter { $0 != "\n" } == "[]")
    }

    @Test func coloursOnATerminalOnlyAndHidesControls() async throws {
        let world = try TestWorld(files: ["a.txt": "# Titel\nText \u{1B}[2J\n"])
        world.isOutputTerminal = true
        await world.run("clean", "a.txt")
        #expect(world.output.text == "\u{1B}[1m# Titel\u{1B}[0m\nText \\u{1b}[2J\n")
        for variables in [["NO_COLOR": "1"], ["TERM": "dumb"]] {
            let plain = try TestWorld(files: ["a.txt": "# Titel\n"])
            plain.isOutputTerminal = true
            plain.variables = variables
            await plain.run("clean", "a.txt")
            #expect(plain.output.text == "# Titel\n")
        }
    }

    @Test func readsArchives() async throws {
        let world = try TestWorld()
        let record = { (id: String, text: String, length: Int) in
            "WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Record-ID: <\(id)>\r\n"
                + "WARC-Target-URI: https://a.example/\r\nContent-Length: \(length)\r\n\r\n\(text)\r\n\r\n"
        }
        world.type(record("a", "# T\n> x", 8) + record("b", "abc", 10))
        #expect(await world.run("clean", "-f", "jsonl") == .done)
        #expect(
            world.output.lines == [
                ##"{"id":"a","url":"https://a.example/","text":"# T","kept":1,"removed":1,"##
                    + #""uncertain":0,"repairs":0}"#,
                #"{"id":"b","error":"the record is cut off after 7 of 10 bytes"}"#,
            ])
    }
}
