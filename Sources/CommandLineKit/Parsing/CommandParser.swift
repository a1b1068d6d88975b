/// Reads the arguments after the name of a command, from left to right.
struct CommandParser {
    private let command: Command
    private let options: [Option]
    private var rest: ArraySlice<String>
    private var invocation: Invocation
    private var asksForHelp = false

    init(_ command: Command, _ arguments: ArraySlice<String>) {
        self.command = command
        options = command.allOptions
        rest = arguments
        invocation = Invocation(of: command)
    }

    /// The invocation, or the help of the command where it was asked for.
    mutating func parse() throws(UsageError) -> Parsed {
        var optionsEnded = false
        while let argument = rest.popFirst() {
            if optionsEnded || !isOptionLike(argument) {
                try takeOperand(argument)
            } else if argument == "--" {
                optionsEnded = true
            } else if argument.utf8.starts(with: "--".utf8) {
                try takeLong(argument)
            } else {
                try takeShortGroup(argument)
            }
            if asksForHelp { return .help(command) }
        }
        try checkNothingIsMissing()
        return .run(invocation)
    }

    /// `--name`, `--name value` or `--name=value`.
    private mutating func takeLong(_ argument: String) throws(UsageError) {
        let (name, value) = splitAtEquals(argument)
        guard let option = options.first(where: { $0.spelling == name }) else {
            throw .unknownOption(
                name, command: command.name,
                suggestion: nearestOption(to: name, in: options))
        }
        try take(option, as: name, attached: value)
    }

    /// `-x`, `-xyz`, `-x value`, `-xvalue` or `-x=value`, the last because whoever writes it
    /// doesn't mean a value that starts with `=`.
    private mutating func takeShortGroup(_ argument: String) throws(UsageError) {
        var letters = argument.unicodeScalars.dropFirst()
        while let letter = letters.popFirst() {
            let spelling = "-\(letter)"
            guard let option = options.first(where: { $0.shortSpelling == spelling }) else {
                // `-format` is most often a long option that lost a dash.
                let suggestion = nearestOption(to: argument, in: options)
                throw .unknownOption(spelling, command: command.name, suggestion: suggestion)
            }
            var attached: String?
            if letters.first == "=" || (option.accepted != nil && !letters.isEmpty) {
                attached = String(letters.first == "=" ? letters.dropFirst() : letters)
                letters = letters.suffix(0)
            }
            try take(option, as: spelling, attached: attached)
            if asksForHelp { return }
        }
    }

    /// Records an option, with the value attached to it or, failing that, the next argument.
    private mutating func take(
        _ option: Option, as spelling: String, attached: String?
    ) throws(UsageError) {
        if invocation.isSet(option) && !option.isRepeatable {
            throw .duplicateOption(option.spelling, command: command.name)
        }
        guard case .required(let valueName, let accepted) = option.value else {
            if let attached { throw .unexpectedValue(attached, option: spelling) }
            invocation.flagCounts[option.name, default: 0] += 1
            asksForHelp = option == .help
            return
        }
        guard let value = attached ?? popValue() else {
            throw .missingValue(option: spelling, valueName: valueName, found: rest.first)
        }
        if let allowed = accepted.choices, !allowed.contains(value) {
            throw .valueNotAllowed(value, option: spelling, allowed: allowed)
        }
        invocation.givenValues[option.name, default: []].append(value)
    }

    /// Removes and returns the next argument where it can be a value.
    ///
    /// An option can't: `--model --strict` is a forgotten value, not a model named `--strict`. A
    /// negative number can; anything else that starts with a dash is written after `=`.
    private mutating func popValue() -> String? {
        guard let next = rest.first, !isOptionLike(next) || Double(next) != nil else { return nil }
        return rest.popFirst()
    }

    private mutating func takeOperand(_ operand: String) throws(UsageError) {
        let operands = command.operands
        switch operands.arity {
        case .none: throw .unexpectedOperand(operand, name: nil, command: command.name)
        case .one where !invocation.operands.isEmpty:
            throw .unexpectedOperand(operand, name: operands.name, command: command.name)
        case .one, .many: break
        }
        if let allowed = operands.accepted.choices, !allowed.contains(operand) {
            throw .operandNotAllowed(
                operand, name: operands.name, command: command.name, allowed: allowed)
        }
        invocation.operands.append(operand)
    }

    private func checkNothingIsMissing() throws(UsageError) {
        let missing = options.first { $0.isRequired && !invocation.isSet($0) }
        if let missing {
            throw .missingOption(
                missing.spelling, valueName: missing.valueName, command: command.name)
        }
        let operands = command.operands
        let isShort = operands.arity != .none && invocation.operands.isEmpty
        if isShort && !operands.isOptional {
            throw .missingOperand(name: operands.name, command: command.name)
        }
    }
}
