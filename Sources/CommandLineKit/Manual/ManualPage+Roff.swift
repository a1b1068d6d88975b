extension ManualPage {
    /// The page in the macros of man(7), understood by groff and mandoc.
    ///
    /// It bears no date, so that the same table always makes the same bytes.
    var roff: String {
        let source = "\(name) \(version)"
        var lines = [
            #".TH "\#(escaped(name.uppercased()))" "1" "" "\#(escaped(source))" "User Commands""#
        ]
        for block in blocks {
            switch block {
            case .section(let title): lines.append(".SH \(escaped(title))")
            case .subsection(let title): lines.append(".SS \(escaped(title))")
            case .usage(let runs): lines += [roff(runs), ".br"]
            case .paragraph(let runs): lines += [".PP", roff(runs)]
            case .entry(let term, let text): lines += [".TP", roff(term), guarded(escaped(text))]
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func roff(_ runs: [Run]) -> String {
        guarded(
            runs.map { run in
                switch run {
                case .plain(let text): escaped(text)
                case .bold(let text): #"\fB\#(escaped(text))\fR"#
                case .italic(let text): #"\fI\#(escaped(text))\fR"#
                }
            }.joined())
    }

    /// The line with a mark of no width before it where it would read as a request or be empty.
    private func guarded(_ line: String) -> String {
        line.isEmpty || line.hasPrefix(".") ? #"\&"# + line : line
    }

    /// The text with every character that roff reads as markup, or sets as another one, replaced
    /// by its escape (groff_char(7)): a dash must stay one that can be pasted into a shell.
    private func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": result += #"\(rs"#
            case "-": result += #"\-"#
            case "'": result += #"\(aq"#
            case "\"": result += #"\(dq"#
            case "`": result += #"\(ga"#
            case "^": result += #"\(ha"#
            case "~": result += #"\(ti"#
            case "\n", "\r", "\t": result += " "
            case _ where scalar.isASCII: result.unicodeScalars.append(scalar)
            default: result += #"\[u\#(hexadecimal(scalar))]"#
            }
        }
        return result
    }

    /// Four digits at least, in capitals, as groff wants them.
    private func hexadecimal(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
