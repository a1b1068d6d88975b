extension UsageError {
    /// The error in one line of words: lower case, no full stop, what was expected and what to do.
    ///
    /// Control characters of the arguments are escaped, so that no argument breaks the line or
    /// reaches the terminal as a command to it.
    public func message(in program: Program) -> String {
        switch self {
        case .missingCommand:
            "expected a command, found nothing; see '\(program.name) help'"
        case .unknownCommand(let name, let suggestion):
            "unknown command \(quoted(name)); "
                + advice(suggestion, orSee: "\(program.name) help")
        case .unknownOption(let option, let command?, let suggestion):
            "unknown option \(quoted(option)) for \(quoted(command)); "
                + advice(suggestion, orSee: "\(program.name) help \(command)")
        case .unknownOption(let option, nil, let suggestion):
            "unknown option \(quoted(option)); "
                + advice(suggestion, orSee: "\(program.name) help")
        case .optionBeforeCommand(let option, let command):
            "option \(quoted(option)) stands before the command; write it after the command, "
                + "as in '\(program.name) \(command) \(option)'"
        case .duplicateOption, .missingOption, .conflictingOptions, .missingValue, .unexpectedValue,
            .valueNotAllowed, .invalidNumber:
            optionMessage
        case .missingOperand, .unexpectedOperand, .operandNotAllowed:
            operandMessage(program.name)
        }
    }

    /// The message of a known option that is given wrongly.
    private var optionMessage: String {
        switch self {
        case .duplicateOption(let option, let command):
            "option \(quoted(option)) for \(quoted(command)) is given more than once; keep one"
        case .missingOption(let option, let valueName, let command):
            "missing option \(quoted(option)) for \(quoted(command)); add "
                + quoted([option, valueName].compactMap { $0 }.joined(separator: " "))
        case .conflictingOptions(let option, let other, let command):
            "option \(quoted(option)) for \(quoted(command)) does nothing with "
                + "\(quoted(other)); leave one out"
        case .missingValue(let option, let valueName, let found):
            "option \(quoted(option)) expects \(valueName), found "
                + "\(found.map(quoted) ?? "nothing"); write "
                + quoted(option + (option.utf8.starts(with: "--".utf8) ? "=" : " ") + valueName)
        case .unexpectedValue(let value, let option):
            "option \(quoted(option)) takes no value, found \(quoted(value)); write "
                + "\(quoted(option)) alone"
        case .valueNotAllowed(let value, let option, let allowed):
            "unknown value \(quoted(value)) for \(quoted(option)); expected "
                + alternatives(allowed)
        case .invalidNumber(let value, let option, let expected):
            "invalid value \(quoted(value)) for \(quoted(option)); expected \(expected.words)"
        default: ""
        }
    }

    /// The message of wrong operands.
    private func operandMessage(_ program: String) -> String {
        switch self {
        case .missingOperand(let name, let command):
            "\(quoted(command)) expects \(name), found nothing; see '\(program) help \(command)'"
        case .unexpectedOperand(let operand, let name?, let command):
            "unexpected operand \(quoted(operand)) for \(quoted(command)); expected only one "
                + name
        case .unexpectedOperand(let operand, nil, let command):
            "unexpected operand \(quoted(operand)) for \(quoted(command)); expected none"
        case .operandNotAllowed(let value, let name, let command, let allowed):
            "unknown \(name) \(quoted(value)) for \(quoted(command)); expected "
                + alternatives(allowed)
        default: ""
        }
    }
}

extension ExpectedNumber {
    /// The range in words, for example "an integer from 1 to 9".
    var words: String {
        switch self {
        case .integer(let range):
            "an integer"
                + limits(
                    range.lowerBound == .min ? nil : "\(range.lowerBound)",
                    range.upperBound == .max ? nil : "\(range.upperBound)")
        case .number(let range):
            "a number"
                + limits(
                    range.lowerBound == -Double.greatestFiniteMagnitude
                        ? nil : "\(range.lowerBound)",
                    range.upperBound == .greatestFiniteMagnitude ? nil : "\(range.upperBound)")
        }
    }

    private func limits(_ lower: String?, _ upper: String?) -> String {
        switch (lower, upper) {
        case (let lower?, let upper?): " from \(lower) to \(upper)"
        case (let lower?, nil): " of \(lower) or more"
        case (nil, let upper?): " of \(upper) or less"
        case (nil, nil): ""
        }
    }
}

private func advice(_ suggestion: String?, orSee page: String) -> String {
    suggestion.map { "did you mean '\($0)'?" } ?? "see '\(page)'"
}

/// The words quoted and joined by commas and "or".
private func alternatives(_ words: [String]) -> String {
    let quotedWords = words.map(quoted)
    guard let last = quotedWords.last, quotedWords.count > 1 else { return quotedWords.joined() }
    return quotedWords.dropLast().joined(separator: ", ") + " or " + last
}

/// The text between single quotes, with control characters written as in Swift source.
private func quoted(_ text: String) -> String {
    var result = "'"
    for scalar in text.unicodeScalars {
        // Besides C0 and C1, the line and paragraph separators and the marks that reorder text,
        // which would let an argument disguise the rest of the message.
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator:
            result += "\\u{\(String(scalar.value, radix: 16))}"
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result + "'"
}
