/// Why bytes are not a JSON value, and where.
struct JSONFailure: Error, Hashable {
    /// What was expected or is not allowed.
    enum Reason: String {
        /// Something else stands where a value must begin.
        case value = "expected a value"
        /// The record is another value, or none at all.
        case object = "expected an object"
        /// A member without a name.
        case name = "expected a name in quotes"
        /// A name without a value.
        case colon = "expected ':'"
        /// Members or elements that nothing separates.
        case comma = "expected ',' or the end of the list"
        /// The text goes on after the value.
        case end = "expected the end of the record"
        /// A string without its closing quote.
        case openString = "a string is not closed"
        /// A control character that must be written as an escape.
        case control = "a control character stands in a string"
        /// A backslash before something else than the standard allows.
        case escape = "an escape is unknown"
        /// A number such as `01` or `1.`.
        case number = "a number is malformed"
        /// More levels than ``JSONScanner/deepest``.
        case depth = "lists are nested too deeply"
    }

    /// What is wrong.
    let reason: Reason
    /// The byte of the text at which it is wrong, from 0.
    let offset: Int

    /// The failure in words.
    var message: String { "not JSON: \(reason.rawValue) at byte \(offset)" }
}
