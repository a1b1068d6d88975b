/// What is wrong with a command line.
///
/// Names of options are held as typed, dashes included; names of commands without the program's.
/// ``message(in:)`` puts an error into words.
public enum UsageError: Error, Sendable, Hashable {
    /// There are no arguments at all.
    case missingCommand
    /// The first argument names no command.
    case unknownCommand(String, suggestion: String?)
    /// The command, or the program where it is nil, has no such option.
    case unknownOption(String, command: String?, suggestion: String?)
    /// An option stands before the command it belongs to.
    case optionBeforeCommand(String, command: String)
    /// An option that isn't repeatable is given again.
    case duplicateOption(String, command: String)
    /// An option that the command can't do without is not given.
    case missingOption(String, valueName: String?, command: String)
    /// An option can't be given together with another.
    case conflictingOptions(String, String, command: String)
    /// No value follows an option that needs one; `found` is the option in its place, if any.
    case missingValue(option: String, valueName: String, found: String?)
    /// A flag is given a value.
    case unexpectedValue(String, option: String)
    /// The value of an option is none of the allowed words.
    case valueNotAllowed(String, option: String, allowed: [String])
    /// The value of an option is not a number, or not one of the expected range.
    case invalidNumber(String, option: String, expected: ExpectedNumber)
    /// There are fewer operands than the command needs.
    case missingOperand(name: String, command: String)
    /// There are more operands than the command takes; `name` is nil where it takes none.
    case unexpectedOperand(String, name: String?, command: String)
    /// An operand is none of the allowed words.
    case operandNotAllowed(String, name: String, command: String, allowed: [String])
}

/// The numbers that an option accepts.
public enum ExpectedNumber: Sendable, Hashable {
    /// Integers in a range; its ends open where they are those of `Int`.
    case integer(ClosedRange<Int>)
    /// Finite numbers in a range; its ends open where they are the greatest finite magnitude.
    case number(ClosedRange<Double>)
}
