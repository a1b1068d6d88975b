/// What a command line asks for.
public enum Parsed: Sendable, Hashable {
    /// Run a command.
    case run(Invocation)
    /// Describe a command, or the program where it is nil.
    case help(Command?)
    /// Print the version.
    case version
}

/// A command with the options and operands it was given.
///
/// Options are looked up by their entry in the table. One that the command doesn't have reads as
/// not given.
public struct Invocation: Sendable, Hashable {
    /// The command to run.
    public let command: Command
    /// The operands as typed and in that order; `-` is one like any other.
    public internal(set) var operands: [String] = []

    /// Times a flag was given, by long name.
    var flagCounts: [String: Int] = [:]
    /// Values given, in that order, by long name.
    var givenValues: [String: [String]] = [:]

    init(of command: Command) {
        self.command = command
    }

    /// Times the option was given.
    public func count(of option: Option) -> Int {
        flagCounts[option.name] ?? givenValues[option.name]?.count ?? 0
    }

    /// Whether the option was given; a default doesn't count.
    public func isSet(_ option: Option) -> Bool {
        count(of: option) > 0
    }

    /// All values given for the option in that order; where there are none, its default value if
    /// it has one. Empty for flags.
    public func values(of option: Option) -> [String] {
        if let values = givenValues[option.name] { return values }
        if case .value(let value) = option.fallback { return [value] }
        return []
    }

    /// The last value given for the option, else its default value, else nil.
    public func value(of option: Option) -> String? {
        values(of: option).last
    }

    /// The value of the option as a case of an enumeration, or nil where it has none.
    ///
    /// - Throws: ``UsageError/valueNotAllowed(_:option:allowed:)`` where no case has that value.
    public func value<Choice>(
        of option: Option, as type: Choice.Type
    ) throws(UsageError) -> Choice?
    where Choice: RawRepresentable & CaseIterable, Choice.RawValue == String {
        guard let value = value(of: option) else { return nil }
        guard let choice = Choice(rawValue: value) else {
            throw .valueNotAllowed(
                value, option: option.spelling, allowed: Choice.allCases.map(\.rawValue))
        }
        return choice
    }

    /// The value of the option as a decimal integer, or nil where it has none.
    ///
    /// - Throws: ``UsageError/invalidNumber(_:option:expected:)`` where it is no integer or
    ///   outside the range.
    public func int(
        of option: Option, in range: ClosedRange<Int> = .min ... .max
    ) throws(UsageError) -> Int? {
        guard let value = value(of: option) else { return nil }
        guard let number = Int(value), range.contains(number) else {
            throw .invalidNumber(value, option: option.spelling, expected: .integer(range))
        }
        return number
    }

    /// The value of the option as a finite number, or nil where it has none.
    ///
    /// - Throws: ``UsageError/invalidNumber(_:option:expected:)`` where it is no number, not
    ///   finite or outside the range.
    public func double(
        of option: Option,
        in range: ClosedRange<Double> = -.greatestFiniteMagnitude ... .greatestFiniteMagnitude
    ) throws(UsageError) -> Double? {
        guard let value = value(of: option) else { return nil }
        guard let number = Double(value), number.isFinite, range.contains(number) else {
            throw .invalidNumber(value, option: option.spelling, expected: .number(range))
        }
        return number
    }
}
