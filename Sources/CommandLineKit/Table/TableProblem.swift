/// A rule that a table of commands violates.
public struct TableProblem: Sendable, Hashable, CustomStringConvertible {
    /// What a rule asks for.
    public enum Rule: String, Sendable, CaseIterable {
        /// Names are lower-case letters, digits and single dashes between them.
        case name = "the name is not lower-case letters, digits and dashes"
        /// A single letter is what the short form is for.
        case nameLength = "the name of an option has fewer than two characters"
        /// `help` and `version` are taken.
        case reservedName = "the name is taken by the built-in help or version"
        /// A name means one thing.
        case duplicateName = "the name is used twice"
        /// Short names are ASCII letters: digits would be mistaken for negative numbers.
        case shortName = "the short name is not an ASCII letter"
        /// A short name means one thing.
        case duplicateShortName = "the short name is used twice"
        /// Words that stand for values are in capitals.
        case valueName = "the word for a value is not capitals, digits and dashes"
        /// Allowed words need no quoting in any shell.
        case choice = "an allowed word is not letters, digits, dots, dashes and underscores"
        /// An allowed word is listed once.
        case duplicateChoice = "an allowed word is listed twice"
        /// A list of allowed words has words.
        case noChoices = "the list of allowed words is empty"
        /// A default is a value the parser would take.
        case fallback = "the default is not an allowed word"
        /// A flag that is not given is off.
        case flagWithFallback = "a flag has a default"
        /// What must be given has no default.
        case requiredWithFallback = "a required option has a default"
        /// A flag that must be given says nothing.
        case requiredFlag = "a flag is required"
        /// A summary is a sentence.
        case period = "the summary does not end in a period"
        /// A summary fits into a line of the help.
        case summaryLength = "the summary is empty or longer than 72 characters"
        /// Texts are wrapped by whoever prints them.
        case lineBreak = "the text has a line break or another control character"
        /// A version is something to print.
        case version = "the version is empty"
        /// The system keeps 8 bits of an exit status.
        case exitStatus = "the exit status is not 0 to 255"
        /// An exit status means one thing.
        case duplicateExitStatus = "the exit status is listed twice"
        /// An example works.
        case example = "the example is no command line of the program"
        /// A section has a heading and something below it.
        case note = "the note has no title or no text"
    }

    /// What the rule is about, for example `clean --format`.
    public let subject: String
    /// The rule that is violated.
    public let rule: Rule

    /// The subject and the violation in words.
    public var description: String { "\(subject): \(rule.rawValue)" }
}
