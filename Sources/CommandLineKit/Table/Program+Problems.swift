extension Program {
    /// Rules that the table violates, in the order of the table; empty for a sound one.
    ///
    /// Meant for a test of the program. Parsing and printing work on an unsound table too, but
    /// may ignore the second of two options of one name or print a ragged help.
    public var problems: [TableProblem] {
        var check = TableCheck()
        check.name(name, of: name)
        check.require(!version.isEmpty, .version, name)
        check.summary(summary, of: name)
        check.texts(details, of: name)
        check.unique(commands.map(\.name), .duplicateName)
        for command in commands { check.command(command) }
        check.unique(exitStatuses.map { "\($0.code)" }, .duplicateExitStatus)
        for status in exitStatuses {
            check.require(0...255 ~= status.code, .exitStatus, "\(status.code)")
            check.summary(status.meaning, of: "exit status \(status.code)")
        }
        for note in notes {
            let isWhole = !note.title.isEmpty && !note.paragraphs.isEmpty
            check.require(isWhole, .note, note.title)
            check.texts([note.title] + note.paragraphs, of: note.title)
        }
        for example in examples + commands.flatMap(\.examples) {
            check.require(canParse(example), .example, example.line)
            check.summary(example.explanation, of: example.line)
        }
        return check.problems
    }
}

/// The problems found so far.
private struct TableCheck {
    var problems: [TableProblem] = []

    mutating func require(_ holds: Bool, _ rule: TableProblem.Rule, _ subject: String) {
        if !holds { problems.append(TableProblem(subject: subject, rule: rule)) }
    }

    mutating func unique(_ names: [String], _ rule: TableProblem.Rule, in subject: String = "") {
        var seen: Set<String> = []
        for name in names where !seen.insert(name).inserted {
            require(false, rule, subject.isEmpty ? name : "\(subject) \(name)")
        }
    }

    mutating func name(_ name: String, of subject: String) {
        let words = name.split(separator: "-", omittingEmptySubsequences: false)
        let isSound = words.allSatisfy { word in
            !word.isEmpty && word.utf8.allSatisfy { isLowerCase($0) || isDigit($0) }
        }
        require(isSound && isLowerCase(name.utf8.first ?? 0), .name, subject)
    }

    mutating func summary(_ summary: String, of subject: String) {
        require(1...72 ~= summary.count, .summaryLength, subject)
        require(summary.hasSuffix("."), .period, subject)
        texts([summary], of: subject)
    }

    mutating func texts(_ texts: [String], of subject: String) {
        let areLines = texts.allSatisfy { text in
            text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
        }
        require(areLines, .lineBreak, subject)
    }

    mutating func command(_ command: Command) {
        name(command.name, of: command.name)
        require(command.name != "help", .reservedName, command.name)
        summary(command.summary, of: command.name)
        texts(command.details, of: command.name)
        let operands = command.operands
        if operands.arity != .none {
            let subject = "\(command.name) \(operands.name)"
            valueName(operands.name, of: subject)
            accepted(operands.accepted, of: subject)
            if !operands.summary.isEmpty { summary(operands.summary, of: subject) }
        }
        unique(command.options.map(\.spelling), .duplicateName, in: command.name)
        unique(
            command.options.compactMap(\.shortSpelling), .duplicateShortName, in: command.name)
        for entry in command.options { option(entry, of: command) }
    }

    mutating func option(_ option: Option, of command: Command) {
        let subject = "\(command.name) \(option.spelling)"
        name(option.name, of: subject)
        require(option.name.count > 1, .nameLength, subject)
        let isReserved = ["help", "version"].contains(option.name) || option.short == "h"
        require(!isReserved, .reservedName, subject)
        let isLetter = option.short.map { $0.isASCII && $0.isLetter } ?? true
        require(isLetter, .shortName, subject)
        summary(option.summary, of: subject)
        let hasFallback = option.fallback != nil
        require(!(hasFallback && option.isRequired), .requiredWithFallback, subject)
        guard case .required(let word, let words) = option.value else {
            require(!hasFallback, .flagWithFallback, subject)
            require(!option.isRequired, .requiredFlag, subject)
            return
        }
        valueName(word, of: subject)
        accepted(words, of: subject)
        switch option.fallback {
        case .value(let value):
            require(words.choices?.contains(value) ?? true, .fallback, subject)
            texts([value], of: subject)
        case .described(let text): texts([text], of: subject)
        case nil: break
        }
    }

    mutating func valueName(_ word: String, of subject: String) {
        let isSound = word.utf8.allSatisfy {
            UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 || isDigit($0) || $0 == UInt8(ascii: "-")
        }
        require(isSound && !word.isEmpty, .valueName, subject)
    }

    mutating func accepted(_ accepted: Accepted, of subject: String) {
        guard let choices = accepted.choices else { return }
        require(!choices.isEmpty, .noChoices, subject)
        unique(choices, .duplicateChoice, in: subject)
        let areSound = choices.allSatisfy { choice in
            // A leading dash would read as an option, an empty word as nothing.
            choice.first.map { $0 != "-" } ?? false
                && choice.allSatisfy {
                    $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0))
                }
        }
        require(areSound, .choice, subject)
    }

    private func isLowerCase(_ byte: UInt8) -> Bool {
        UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte
    }

    private func isDigit(_ byte: UInt8) -> Bool {
        UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
    }
}
